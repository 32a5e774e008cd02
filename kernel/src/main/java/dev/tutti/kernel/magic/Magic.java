package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;

/**
 * What stands behind a {@code %name}: a class with picocli's {@code @Command}, its options and parameters as annotated
 * fields. Each call gets a fresh instance. Called on the thread that runs the cell.
 */
public sealed interface Magic {

    /** Does something itself. */
    non-sealed interface Action extends Magic {

        /**
         * Runs the magic; options are set.
         *
         * @throws MagicException if it cannot; its message is shown
         */
        void run(MagicContext context) throws MagicException;
    }

    /** Takes code, and says how it is run. Options end where the code begins. */
    non-sealed interface Code extends Magic {

        /**
         * Turns code into steps, before anything of the cell runs.
         *
         * @throws MagicException if the options make no sense together
         * @throws CellSyntaxException if the code contains a magic that cannot be read
         */
        List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException;

        /** Whether code may stand behind {@code %%name} too: a preparation for that on the lines below. */
        default boolean takesPreparation() {
            return false;
        }

        /** Whether it becomes one Java expression, whose value {@code x = %name …} can keep. */
        default boolean givesValue() {
            return false;
        }
    }
}
