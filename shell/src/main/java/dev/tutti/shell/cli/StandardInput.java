package dev.tutti.shell.cli;

import dev.tutti.kernel.controller.ControllerConfig;
import java.io.IOException;
import java.util.Arrays;

/** Standard input of this process for cells at local that read {@code System.in}. */
final class StandardInput implements ControllerConfig.InputSource {

    @Override
    public byte[] read(int limit) {
        byte[] bytes = new byte[limit];
        try {
            int count = System.in.read(bytes);
            return count <= 0 ? new byte[0] : Arrays.copyOf(bytes, count);
        } catch (IOException e) {
            return new byte[0]; // a broken standard input reads as its end
        }
    }
}
