package dev.tutti.transcript;

import java.util.List;

/**
 * One cell of a transcript and the answer that is expected.
 *
 * @param number the cell's number as the transcript has it
 * @param source the cell as typed
 * @param answer the expected lines, without blank ones at the end
 * @param line the place of the prompt in the file, from 1
 * @param answerFrom index of the answer's first line in the file
 * @param answerTo index after the answer's last line
 */
record Exchange(int number, String source, List<String> answer, int line, int answerFrom, int answerTo) {

    Exchange {
        answer = List.copyOf(answer);
    }
}
