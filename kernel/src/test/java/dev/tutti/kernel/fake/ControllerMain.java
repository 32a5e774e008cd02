package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.EngineHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A controller as a process: says a line when its engines are ready, ends with its standard input. */
public final class ControllerMain {

    private ControllerMain() {}

    public static void main(String[] arguments) throws Exception {
        EngineHost.Config config = new EngineHost.Config(
                Path.of(System.getProperty("tutti.engine.jar")),
                Optional.empty(),
                List.of(),
                Optional.of(Path.of(arguments[0])),
                new Silence());
        try (EngineHost host = EngineHost.open(config)) {
            host.start(Integer.parseInt(arguments[1])).get();
            System.out.println("ready");
            while (System.in.read() >= 0) {}
        }
    }

    private static final class Silence implements BackgroundListener {

        @Override
        public void note(String text) {}

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {}
    }
}
