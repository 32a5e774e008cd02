package dev.tutti.kernel.settings;

import dev.tutti.kernel.settings.Setting.Kind;
import java.util.List;

/** All settings that there are. */
public final class KnownSettings {

    public static final Setting EDITOR_MODE = new Setting(
            "editor.mode",
            new Kind.Choice(List.of("emacs", "vi")),
            "emacs",
            "which keys edit: those of emacs or of vi");
    public static final Setting EDITOR_SUGGESTIONS = new Setting(
            "editor.suggestions",
            new Kind.Flag(),
            "on",
            "shows in grey the newest earlier cell that begins like the typed text");
    public static final Setting EDITOR_AUTOPAIR =
            new Setting("editor.autopair", new Kind.Flag(), "off", "closes brackets and quotes as they are opened");
    public static final Setting EDITOR_ERRORS =
            new Setting("editor.errors", new Kind.Flag(), "on", "underlines what does not compile when typing pauses");
    public static final Setting EDITOR_CLIPBOARD = new Setting(
            "editor.clipboard",
            new Kind.Flag(),
            "off",
            "gives what Alt-W copies and Alt-K cuts to the terminal's clipboard too");
    public static final Setting EDITOR_PROGRAM = new Setting(
            "editor.program",
            new Kind.Text(),
            "",
            "the editor of %edit, a command; without one VISUAL or EDITOR, else the one that is built in");
    public static final Setting EDITOR_KEYS = new Setting(
            "editor.keys", new Kind.Text(), "", "a file with further keys, in the format of readline's inputrc");
    public static final Setting THEME = new Setting(
            "display.theme",
            new Kind.Choice(List.of("dark", "light", "plain")),
            "dark",
            "colours for a dark or a light background, or none");
    public static final Setting PROMPT_TEXT = new Setting(
            "prompt.text",
            new Kind.Text(),
            "In [{cell}]: ",
            "what stands before a cell; {cell}, {engines}, {targets} and {seconds} are filled in");
    public static final Setting PROMPT_RIGHT = new Setting(
            "prompt.right",
            new Kind.Text(),
            "",
            "the same at the right edge, {seconds} of the cell before for example");
    public static final Setting TITLE = new Setting(
            "display.title", new Kind.Flag(), "on", "names the running cell in the title of the terminal's window");
    public static final Setting NOTIFY = new Setting(
            "display.notify",
            new Kind.WordOrWhole("off", 0, 1_000_000),
            "off",
            "tells when a cell ends that took longer than so many seconds");
    public static final Setting NOTIFY_BY = new Setting(
            "display.notify-by",
            new Kind.Choice(List.of("bell", "osc9", "osc777")),
            "bell",
            "how: by the bell, or by a notification of the desktop, for terminals that know one of these sequences");
    public static final Setting SHELL_CHECK = new Setting(
            "shell.check",
            new Kind.Flag(),
            "on",
            "makes it an error when a !command ends with another exit code than 0");
    public static final Setting AUTOSAVE = new Setting(
            "session.autosave",
            new Kind.WordOrWhole("off", 1, 10_000),
            "off",
            "saves the session after so many cells; %autosave tells where");
    public static final Setting HISTORY_OUTPUTS =
            new Setting("history.outputs", new Kind.Flag(), "off", "keeps the results of cells too for later sessions");
    public static final Setting OUTPUT_KEEP = new Setting(
            "output.keep",
            new Kind.WordOrWhole("all", 0, 1_000_000),
            "1000",
            "how many results Out keeps at each place, at the next start");
    public static final Setting OUTPUT_SHOW = new Setting(
            "output.show",
            new Kind.Choice(List.of("last", "assignment", "all")),
            "last",
            "what a cell shows: its last expression; the variable that gets a value last, too; or all expressions");
    public static final Setting CLASS_PATH = new Setting(
            "session.class-path", new Kind.Text(), "", "jars and folders that cells may use, at the next start");
    public static final Setting LIBRARIES_START = new Setting(
            "libraries.start",
            new Kind.Flag(),
            "on",
            "runs the cell that a library begins with when %deps or %classpath adds it");
    public static final Setting TIMEOUT = new Setting(
            "cells.timeout",
            new Kind.WordOrWhole("none", 1, 1_000_000),
            "none",
            "stops a cell that runs longer, in seconds, at the next start");
    public static final Setting MEMORY = new Setting(
            "cells.memory",
            new Kind.WordOrWhole("none", 16, 10_000_000),
            "none",
            "stops a cell that fills the heap of its engine with more megabytes, at the next start");
    public static final Setting ENGINES = new Setting(
            "engines.count",
            new Kind.WordOrWhole("auto", 0, 10_000),
            "auto",
            "how many engines the next start has; auto is one per core");
    public static final Setting JVM_ARGUMENTS =
            new Setting("engines.jvm-args", new Kind.Text(), "", "JVM arguments of every engine, at the next start");
    /** In the order in which they are listed. */
    public static final List<Setting> ALL = List.of(
            EDITOR_MODE,
            EDITOR_SUGGESTIONS,
            EDITOR_AUTOPAIR,
            EDITOR_ERRORS,
            EDITOR_CLIPBOARD,
            EDITOR_KEYS,
            EDITOR_PROGRAM,
            PROMPT_TEXT,
            PROMPT_RIGHT,
            THEME,
            TITLE,
            NOTIFY,
            NOTIFY_BY,
            SHELL_CHECK,
            AUTOSAVE,
            HISTORY_OUTPUTS,
            OUTPUT_KEEP,
            OUTPUT_SHOW,
            CLASS_PATH,
            LIBRARIES_START,
            TIMEOUT,
            MEMORY,
            ENGINES,
            JVM_ARGUMENTS);

    private KnownSettings() {}
}
