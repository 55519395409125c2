package parley.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ports to listen on.
 *
 * @param http for the browsers of this computer, or for a proxy, 1 to 65535
 * @param https for all others, 1 to 65535; without one there is no https
 */
record Ports(int http, OptionalInt https) {

    /**
     * The ports that the arguments {@code --port} and {@code --sslport} of Payara Micro name; 8080 and none without.
     *
     * @throws CannotStart if one is no port, or both are the same
     */
    static Ports of(Arguments arguments) throws CannotStart {
        int http = number(arguments.after("--port").orElse("8080"), "http");
        Optional<String> secure = arguments.after("--sslport");
        if (secure.isEmpty()) {
            return new Ports(http, OptionalInt.empty());
        }
        int https = number(secure.get(), "https");
        if (http == https) {
            throw new CannotStart("http and https cannot share port " + http + otherwise("https"));
        }
        return new Ports(http, OptionalInt.of(https));
    }

    /**
     * Looks before Payara does: on a used port Payara prints a stack trace and then hangs.
     *
     * @throws CannotStart if one of the ports cannot be had
     */
    void requireFree() throws CannotStart {
        requireFree(http, "http");
        if (https.isPresent()) {
            requireFree(https.getAsInt(), "https");
        }
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

    private static int number(String text, String scheme) throws CannotStart {
        int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > 65535) {
            throw new CannotStart(
                    scheme + ".port must be a number from 1 to 65535, not \"" + text + '"' + otherwise(scheme));
        }
        return number;
    }

    private static String otherwise(String scheme) {
        String example = scheme.equals("http") ? "--port 9090" : "--sslport 9191";
        return "; choose a port: " + example + ", or mvn package payara-micro:start -D" + scheme + ".port="
                + example.split(" ")[1];
    }
}
