package parley.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;

/**
 * The page, as a browser on this computer finds it.
 *
 * @param port for http
 * @param path such as "/"
 */
record Page(int port, String path) {

    private static final int PATIENCE_MILLIS = 20_000;

    /**
     * Whether the server says that it has no such page: Payara takes an application for deployed whose start has failed.
     * A server that does not listen here, but on another of the computer's addresses, has not said so.
     */
    boolean isMissing() {
        try {
            URL page = new URL("http", InetAddress.getLoopbackAddress().getHostAddress(), port, path + "index.html");
            HttpURLConnection connection = (HttpURLConnection) page.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
