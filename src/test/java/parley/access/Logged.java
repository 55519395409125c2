package parley.access;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class writes to the log meanwhile, each as level and text. */
public final class Logged {

    private Logged() {}

    /** The lines of this class while that runs. */
    public static List<String> by(Class<?> type, Runnable meanwhile) {
        List<String> lines = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + MessageFormat.format(line.getMessage(), line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(type.getName());
        logger.addHandler(ear);
        logger.setUseParentHandlers(false);
        try {
            meanwhile.run();
        } finally {
            logger.removeHandler(ear);
            logger.setUseParentHandlers(true);
        }
        return lines;
    }
}
