package parley.ops;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list of addresses and blocks of addresses, IPv4 or IPv6. Names are not looked up. */
public final class Networks {

    /** Contains nothing. */
    public static final Networks NONE = new Networks(List.of());

    private static final IPAddressStringParameters BLOCK = strict(true);
    private static final IPAddressStringParameters ADDRESS = strict(false);

    /** Contains this computer's own addresses, as it calls itself. */
    public static final Networks LOOPBACK = parse("127.0.0.0/8, ::1").orElseThrow();

    private final List<IPAddress> blocks;

    private Networks(List<IPAddress> blocks) {
        this.blocks = blocks;
    }

    /** What a text lists, separated by commas; nothing if any of it is not an address or block. */
    public static Optional<Networks> parse(String list) {
        List<Optional<IPAddress>> blocks =
                Arrays.stream(list.split(",", -1)).map(Networks::block).toList();
        return blocks.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new Networks(blocks.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    /**
     * One address as usually written, without port or brackets. An IPv4 address within IPv6 becomes IPv4; the name of
     * the interface behind a link-local address is left away.
     */
    public static Optional<IPAddress> address(String text) {
        return parsed(text, ADDRESS).map(Networks::plain);
    }

    /** Whether the address is listed, or within a block that is. */
    public boolean contain(IPAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static Optional<IPAddress> block(String text) {
        return parsed(text.strip(), BLOCK)
                .map(Networks::plain)
                // 10.1.2.3/8 means more than it seems to: somebody was mistaken.
                .filter(block -> !block.isPrefixed() || block.isPrefixBlock())
                .map(IPAddress::toPrefixBlock);
    }

    private static Optional<IPAddress> parsed(String text, IPAddressStringParameters parameters) {
        return Optional.ofNullable(new IPAddressString(text, parameters).getAddress());
    }

    private static IPAddress plain(IPAddress address) {
        if (!address.isIPv6()) {
            return address;
        }
        return address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().toIPv4()
                : address.toIPv6().removeZone();
    }

    /** Only what people write; by default the library reads 1, 010.0.0.1, 1-2.*.3.4 and base 85 as addresses too. */
    private static IPAddressStringParameters strict(boolean block) {
        IPAddressStringParameters.Builder builder = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowWildcardedSeparator(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowPrefix(block)
                .allow_inet_aton(false);
        builder.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
        builder.getIPv6AddressParametersBuilder()
                .allowBase85(false)
                .allowBinary(false)
                .allowZone(!block)
                .getEmbeddedIPv4AddressParametersBuilder()
                .allowLeadingZeros(false);
        return builder.toParams();
    }
}
