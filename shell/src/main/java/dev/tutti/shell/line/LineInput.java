package dev.tutti.shell.line;

import org.jline.utils.AttributedString;

/** A way to read cells: on the whole screen or line by line. */
sealed interface LineInput permits ScreenInput, PlainInput {

    /**
     * Reads what the user does at a prompt.
     *
     * @param prefilled what stands there to begin with
     */
    ReadResult read(Prompt prompt, String prefilled);

    /** Prints lines above the prompt, if there is one now. Any thread. */
    void printAbove(AttributedString lines);
}
