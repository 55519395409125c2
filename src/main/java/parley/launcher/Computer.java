package parley.launcher;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/**
 * How other devices may call this computer.
 *
 * @param name its host name; "localhost" if it has none
 * @param addresses the addresses of its interfaces, without loopback
 */
record Computer(String name, List<InetAddress> addresses) {

    Computer {
        addresses = List.copyOf(addresses);
    }

    /** This computer, as it is connected now. */
    static Computer here() throws SocketException {
        List<InetAddress> addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        return new Computer(hostName(), addresses);
    }

    /** The addresses that people can type: IPv4, or IPv6 where there is nothing else. */
    List<String> typable() {
        List<String> four = addresses.stream()
                .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .toList();
        if (!four.isEmpty()) {
            return four;
        }
        return addresses.stream()
                .filter(address -> !address.isLinkLocalAddress())
                .map(address -> '[' + plain(address) + ']')
                .toList();
    }

    /** The address without the interface's name, which {@code getHostAddress} adds after a percent sign. */
    static String plain(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The name is in no hosts file and in no DNS: nobody else could use it either.
            return "localhost";
        }
    }
}
