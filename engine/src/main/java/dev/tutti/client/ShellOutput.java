package dev.tutti.client;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.regex.Pattern;

/**
 * What a command wrote to its standard output: a list of its lines. What {@code var files = !ls} gives, after IPython's
 * SList.
 */
public final class ShellOutput extends AbstractList<String> implements RandomAccess {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String text;
    private final String errors;
    private final int exitCode;
    private final List<String> lines;

    ShellOutput(String text, String errors, int exitCode) {
        this.text = text;
        this.errors = errors;
        this.exitCode = exitCode;
        this.lines = text.lines().toList();
    }

    /** All of it, as it was written. */
    public String text() {
        return text;
    }

    /** What it wrote to its standard error, if that was kept too and not printed. */
    public String errors() {
        return errors;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The lines as files, relative ones in the folder where commands run. */
    public List<Path> paths() {
        return lines.stream().map(line -> Shell.directory().resolve(line)).toList();
    }

    /** The lines in which a regular expression is found. */
    public List<String> grep(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return lines.stream().filter(line -> pattern.matcher(line).find()).toList();
    }

    /** Of each line the word at a position, counted from 0; lines with fewer words are left out. */
    public List<String> field(int position) {
        return lines.stream()
                .map(line -> BLANKS.split(line.strip()))
                .filter(words -> position < words.length)
                .map(words -> words[position])
                .toList();
    }

    @Override
    public String get(int line) {
        return lines.get(line);
    }

    @Override
    public int size() {
        return lines.size();
    }
}
