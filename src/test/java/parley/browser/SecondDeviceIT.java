package parley.browser;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.run.RunningParley;

/** What the run command serves, from the address at which other devices find it. */
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "it starts Payara Micro, whatever server is tested")
class SecondDeviceIT extends BrowserTest {

    private static RunningParley parley;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        parley = RunningParley.in(folder).ready();
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @Test
    void two_windows_call_each_other_by_https_on_the_lan() {
        Person ada = person("Ada").joins("lan");
        Person grace = person("Grace").joins("lan");

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
    }

    @Override
    String address() {
        return "https://" + lanAddress() + ":" + parley.https() + "/";
    }

    /** An address of this computer that is not loopback; loopback where there is no network. */
    private static String lanAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
    }
}
