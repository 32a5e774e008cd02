/**
 * Transcripts: what a user types and what the shell answers, in the documents and in files of their own, run against the
 * true program with true engine processes. A document that says something else than the program does fails the build.
 *
 * <p>In Markdown a transcript is a fenced block marked {@code transcript}; the blocks of a document are one session, until
 * a comment {@code <!-- tutti: -n 4 -->} begins another with these options. In a {@code .transcript} file all lines are
 * the transcript, and a line {@code # tutti: -n 4} does what the comment does.
 *
 * <p>Lines that start with {@code In [n]: } are typed, {@code ...: } continues them; what stands below is the answer:
 * standard output, then standard error, as for a cell off a terminal. In an answer {@code ...} stands for any text of a
 * line, and a line of {@code ...} for any lines. With {@code -Dtutti.transcripts.rewrite=true} answers that differ are
 * written into the file instead of failing the test.
 */
package dev.tutti.transcript;
