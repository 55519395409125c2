package parley.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The two ports to listen on.
 *
 * @param http for the browsers of this computer, 1 to 65535
 * @param https for all others, 1 to 65535
 */
record Ports(int http, int https) {

    /**
     * The ports that the arguments {@code --port} and {@code --sslport} of Payara Micro name; 8080 and 8181 without.
     *
     * @throws CannotStart if one is no port, or both are the same
     */
    static Ports of(List<String> arguments) throws CannotStart {
        int http = number(after("--port", arguments, "8080"), "http");
        int https = number(after("--sslport", arguments, "8181"), "https");
        if (http == https) {
            throw new CannotStart("http and https cannot share port " + http + otherwise("https"));
        }
        return new Ports(http, https);
    }

    /**
     * Looks before Payara does: on a used port Payara prints a stack trace and then hangs.
     *
     * @throws CannotStart if one of the ports cannot be had
     */
    void requireFree() throws CannotStart {
        requireFree(http, "http");
        requireFree(https, "https");
    }

    private static void requireFree(int port, String scheme) throws CannotStart {
        // macOS lets a listener on all addresses stand beside one on loopback, which would then take localhost away.
        for (InetAddress address : List.of(InetAddress.getLoopbackAddress(), new InetSocketAddress(0).getAddress())) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(address, port));
            } catch (BindException e) {
                boolean used = e.getMessage().contains("in use");
                throw new CannotStart(
                        "Port " + port + " for " + scheme
                                + (used ? " is in use by another program" : " cannot be used (" + e.getMessage() + ")")
                                + otherwise(scheme),
                        e);
            } catch (IOException e) {
                throw new CannotStart("Port " + port + " for " + scheme + " cannot be tried: " + e.getMessage(), e);
            }
        }
    }

    private static String after(String option, List<String> arguments, String otherwise) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }

    private static int number(String text, String scheme) throws CannotStart {
        int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > 65535) {
            throw new CannotStart(
                    scheme + ".port must be a number from 1 to 65535, not \"" + text + '"' + otherwise(scheme));
        }
        return number;
    }

    private static String otherwise(String scheme) {
        String example = scheme.equals("http") ? "9090" : "9191";
        return "; choose a port: mvn package payara-micro:start -D" + scheme + ".port=" + example;
    }
}
