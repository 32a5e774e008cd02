package dev.tutti.transcript;

import java.util.List;

/**
 * A session to be played: a part of a file.
 *
 * @param options how the program is started, such as {@code -n 2}
 * @param exchanges the cells and their answers, in order
 */
record Transcript(List<String> options, List<Exchange> exchanges) {

    Transcript {
        options = List.copyOf(options);
        exchanges = List.copyOf(exchanges);
    }
}
