package parley.container;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.jar.JarFile;

/** Payara Micro that deploys and undeploys Parley whenever it is told so on its standard input. A process of its own. */
public final class Redeployer {

    /** Comes before a command that was carried out. */
    static final String DONE = "Done: ";

    private Redeployer() {}

    /** The arguments of {@code java} that start it, on this port. */
    static List<String> command(int port) throws IOException {
        Path jar = Path.of(System.getProperty("payara.microJar"));
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("-Dparley.war=" + System.getProperty("parley.war")));
        // What -jar would take from the manifest.
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String option : List.of("Add-Exports", "Add-Opens")) {
                for (String part :
                        file.getManifest().getMainAttributes().getValue(option).split(" ")) {
                    command.add("--" + option.toLowerCase(Locale.ROOT) + "=" + part + "=ALL-UNNAMED");
                }
            }
        }
        command.addAll(List.of("-cp", jar + File.pathSeparator + tests, Redeployer.class.getName()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", String.valueOf(port)));
        return command;
    }

    /** Runs until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        PayaraMicroLauncher.main(arguments);
        PayaraMicroRuntime runtime = PayaraMicro.getInstance().getRuntime();
        Scanner commands = new Scanner(System.in);
        while (commands.hasNextLine()) {
            String command = commands.nextLine();
            if (command.startsWith("deploy")) {
                runtime.deploy("parley", "/", new File(System.getProperty("parley.war")));
            } else {
                runtime.undeploy("parley");
            }
            System.out.println(DONE + command);
        }
    }
}
