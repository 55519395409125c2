package parley.container;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.File;
import java.util.Scanner;

/** Payara Micro that deploys and undeploys Parley whenever it is told so on its standard input. A process of its own. */
public final class Redeployer {

    /** Comes before a command that was carried out. */
    static final String DONE = "Done: ";

    private Redeployer() {}

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
