package dev.tutti.shell.display;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.TraceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Errors of engines as lines: what was thrown, then the user's own frames with cell and line, then causes. */
final class ErrorText {

    private static final int MOST_FRAMES = 8;
    private static final int MOST_FOREIGN_FRAMES = 4;
    private static final int MOST_CAUSES = 8;
    private static final int MOST_VERBOSE_FRAMES = 60;
    private static final String ENTRY = "do_it$";

    private final Palette palette;
    private final Function<CellNumber, Optional<CellSource>> sources;

    ErrorText(Palette palette, Function<CellNumber, Optional<CellSource>> sources) {
        this.palette = palette;
        this.sources = sources;
    }

    /**
     * The lines of an error.
     *
     * @param engines whose it is
     * @param alone whether the cell ran at local only: then nobody is named
     * @param mode how much of it
     */
    List<String> lines(CellError error, List<EngineId> engines, boolean alone, TraceMode mode) {
        String who = alone ? "" : palette.source("[" + EngineRanges.of(engines) + "]") + " ";
        List<String> lines = new ArrayList<>();
        switch (error) {
            case CellError.Refused(var message, _, _) -> lines.add(who + palette.error(message));
            case CellError.Thrown(var fault) -> addFault(lines, who, fault, mode);
            case CellError.Undefined(var message, var fault) -> {
                lines.add(who + palette.error(message));
                addFrames(lines, fault.frames(), mode);
            }
            case CellError.Stopped(var where) -> lines.add(who + palette.error("stopped" + place(where)));
            case CellError.Lost lost -> lines.add(lost(lost, engines, who));
            case CellError.Failed(var reason) -> lines.add(who + palette.error(reason));
        }
        return lines;
    }

    private String lost(CellError.Lost lost, List<EngineId> engines, String who) {
        String name = who.isEmpty() ? "local is " : who;
        String remedy = switch (lost.place()) {
            case TAKEN -> " A fresh engine takes " + (engines.size() == 1 ? "its" : "each") + " place.";
            case VACANT -> engines.getFirst().isLocal() ? "" : " %engines restart " + EngineRanges.of(engines);
            case CLOSED -> "";
        };
        return name + palette.error("lost: " + lost.reason()) + "; " + (engines.size() == 1 ? "its" : "their")
                + " variables are gone." + remedy;
    }

    private String place(List<Frame> where) {
        for (Frame frame : where) {
            if (frame.inCell()) {
                String text = source(frame).map(line -> " (" + line + ")").orElse("");
                return " at " + frame.file() + ", line " + frame.line() + text;
            }
        }
        return where.isEmpty()
                ? ""
                : " in " + where.getFirst().className() + "." + where.getFirst().method();
    }

    private void addFault(List<String> lines, String who, Fault fault, TraceMode mode) {
        lines.add(who + palette.error(headline(fault)));
        if (mode == TraceMode.MINIMAL) {
            return;
        }
        addFrames(lines, fault.frames(), mode);
        if (isHeapFull(fault)) {
            lines.add("      %heap shows what fills it, %xdel NAME drops a variable; more at the next start:"
                    + " --set engines.jvm-args=-Xmx4g.");
        }
        Optional<Fault> cause = fault.cause();
        for (int i = 0; i < MOST_CAUSES && cause.isPresent(); i++) {
            lines.add("    caused by " + headline(cause.get()));
            addFrames(lines, cause.get().frames(), mode);
            cause = cause.get().cause();
        }
        for (Fault suppressed : fault.suppressed()) {
            lines.add("    suppressed " + headline(suppressed));
            addFrames(lines, suppressed.frames(), mode);
        }
    }

    private static boolean isHeapFull(Fault fault) {
        return fault.className().equals(OutOfMemoryError.class.getName())
                && fault.message().filter("Java heap space"::equals).isPresent();
    }

    private static String headline(Fault fault) {
        return fault.className()
                + fault.message().map(message -> ": " + message).orElse("");
    }

    private void addFrames(List<String> lines, List<Frame> frames, TraceMode mode) {
        switch (mode) {
            case MINIMAL -> {}
            case PLAIN -> addUsers(lines, frames, false);
            case CONTEXT -> addUsers(lines, frames, true);
            case VERBOSE -> {
                frames.stream()
                        .limit(MOST_VERBOSE_FRAMES)
                        .forEach(frame -> lines.add("      " + palette.aside("at " + frame(frame, true))));
                addMore(lines, frames.size() - MOST_VERBOSE_FRAMES);
            }
        }
    }

    /** @param withLine whether the first has its source line */
    private void addUsers(List<String> lines, List<Frame> frames, boolean withLine) {
        List<Frame> own = frames.stream().filter(Frame::inCell).toList();
        List<Frame> shown =
                own.isEmpty() ? frames.stream().limit(MOST_FOREIGN_FRAMES).toList() : own;
        for (int i = 0; i < Math.min(MOST_FRAMES, shown.size()); i++) {
            lines.add("      " + palette.aside("at " + frame(shown.get(i), withLine && i == 0)));
        }
        addMore(lines, shown.size() - MOST_FRAMES);
    }

    private void addMore(List<String> lines, int count) {
        if (count > 0) {
            lines.add("      " + palette.aside("... " + count + " more"));
        }
    }

    private String frame(Frame frame, boolean withLine) {
        if (!frame.inCell()) {
            return frame.className() + "." + frame.method()
                    + (frame.line() > 0 ? " (" + frame.file() + ":" + frame.line() + ")" : "");
        }
        String place = frame.file() + ", line " + frame.line();
        String name = name(frame);
        String at = name.isEmpty() ? place : name + " (" + place + ")";
        return withLine ? at + source(frame).map(line -> ":   " + line).orElse("") : at;
    }

    /** The method as the user wrote it; empty for code outside of methods. */
    private static String name(Frame frame) {
        String method = frame.method();
        if (method.startsWith("lambda$")) {
            method = method.substring("lambda$".length(), method.lastIndexOf('$'));
        }
        String type = frame.className()
                .replaceFirst("^REPL\\.\\$JShell\\$[0-9A-Z]+(\\$\\$\\d+(x\\d+)?|\\$)?", "")
                .replace('$', '.');
        if (method.startsWith(ENTRY)
                || method.equals("do_it")
                || method.equals("<clinit>")
                || method.equals("static")) {
            return type;
        }
        if (method.equals("<init>") || method.equals("new")) {
            return "new " + type;
        }
        return type.isEmpty() ? method : type + "." + method;
    }

    private Optional<String> source(Frame frame) {
        try {
            CellNumber cell = new CellNumber(Integer.parseInt(frame.file().substring(Frame.CELL_PREFIX.length())));
            return sources.apply(cell).flatMap(source -> source.line(frame.line()));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a file of the user's that happens to begin like a cell
        }
    }
}
