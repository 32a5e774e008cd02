package dev.tutti.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the transcripts of a file. */
final class TranscriptReader {

    private static final Pattern OPTIONS = Pattern.compile("(?:<!-- tutti:|# tutti:)(.*?)(?:-->)?\\s*");
    private static final Pattern PROMPT = Pattern.compile("In \\[(\\d+)]: ?(.*)");
    private static final Pattern CONTINUATION = Pattern.compile(" *\\.\\.\\.: ?(.*)");
    private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*");

    private final List<String> lines;
    private final List<Transcript> transcripts = new ArrayList<>();
    private List<String> options = List.of();
    private List<Exchange> exchanges = new ArrayList<>();

    private TranscriptReader(List<String> lines) {
        this.lines = lines;
    }

    /** The transcripts of a Markdown document: its fenced blocks. */
    static List<Transcript> document(List<String> lines) {
        TranscriptReader reader = new TranscriptReader(lines);
        int i = 0;
        while (i < lines.size()) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = reader.fenceAfter(i);
                if (fence.group(1).equals("transcript")) {
                    reader.block(i + 1, end);
                }
                i = end;
            } else {
                reader.readOptions(lines.get(i));
            }
            i++;
        }
        return reader.finish();
    }

    /** The transcripts of a file that holds nothing else. */
    static List<Transcript> plain(List<String> lines) {
        TranscriptReader reader = new TranscriptReader(lines);
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (OPTIONS.matcher(lines.get(i)).matches()) {
                reader.block(from, i);
                reader.readOptions(lines.get(i));
                from = i + 1;
            }
        }
        reader.block(from, lines.size());
        return reader.finish();
    }

    private int fenceAfter(int start) {
        int end = start + 1;
        while (end < lines.size() && !lines.get(end).strip().equals("```")) {
            end++;
        }
        return end;
    }

    private void readOptions(String line) {
        Matcher matcher = OPTIONS.matcher(line);
        if (matcher.matches()) {
            finish();
            options = List.of(matcher.group(1).strip().split("\\s+"));
        }
    }

    /** Reads the exchanges between two lines; whatever stands before the first prompt is a remark. */
    private void block(int from, int to) {
        int i = from;
        while (i < to) {
            Matcher prompt = PROMPT.matcher(lines.get(i));
            i = prompt.matches() ? exchange(prompt, i, to) : i + 1;
        }
    }

    private int exchange(Matcher prompt, int start, int to) {
        StringBuilder source = new StringBuilder(prompt.group(2));
        int i = start + 1;
        for (; i < to; i++) {
            Matcher more = CONTINUATION.matcher(lines.get(i));
            if (!more.matches()) {
                break;
            }
            source.append('\n').append(more.group(1));
        }
        int answerFrom = i;
        while (i < to && !PROMPT.matcher(lines.get(i)).matches()) {
            i++;
        }
        int answerTo = i;
        while (answerTo > answerFrom && lines.get(answerTo - 1).isBlank()) {
            answerTo--;
        }
        exchanges.add(new Exchange(
                Integer.parseInt(prompt.group(1)),
                source.toString(),
                lines.subList(answerFrom, answerTo),
                start + 1,
                answerFrom,
                answerTo));
        return i;
    }

    private List<Transcript> finish() {
        if (!exchanges.isEmpty()) {
            transcripts.add(new Transcript(options, exchanges));
            exchanges = new ArrayList<>();
        }
        return transcripts;
    }
}
