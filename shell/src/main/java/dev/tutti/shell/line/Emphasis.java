package dev.tutti.shell.line;

import java.util.List;

/** The parts of the text that are meant just now, for whoever draws it. Any thread. */
final class Emphasis {

    /** A part of the text. */
    record Part(int start, int end) {}

    private List<Part> parts = List.of();

    /** The parts; none mostly. */
    synchronized List<Part> parts() {
        return parts;
    }

    synchronized void on(List<Part> meant) {
        parts = List.copyOf(meant);
    }

    synchronized void off() {
        parts = List.of();
    }
}
