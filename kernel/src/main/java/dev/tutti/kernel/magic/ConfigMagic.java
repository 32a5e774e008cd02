package dev.tutti.kernel.magic;

import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Setting;
import dev.tutti.kernel.settings.SettingException;
import dev.tutti.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %config}: what can be set. */
@Command(
        name = "config",
        sortOptions = false,
        customSynopsis = {
            "%%config",
            "%%config NAME",
            "%%config NAME[=]VALUE",
            "%%config --reset NAME",
            "%%config --save"
        },
        description = {
            "Lists what can be set, tells more of one setting, or sets it for this session.",
            "The profile's file has lines NAME = VALUE; --save writes it, and leaves its comments alone.",
            "tutti --set NAME=VALUE sets something for one run; --profile NAME takes another file."
        })
final class ConfigMagic implements Magic.Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME VALUE",
            completionCandidates = Words.class,
            description = "the setting, and what it is to be")
    private List<String> words = new ArrayList<>();

    @Option(names = "--reset", description = "give a setting its initial value")
    private boolean reset;

    @Option(names = "--save", description = "write the profile's file")
    private boolean save;

    @Override
    public void run(MagicContext context) throws MagicException {
        Settings settings = context.profile().settings();
        try {
            if (!words.isEmpty()) {
                one(settings, context);
            } else if (reset) {
                throw new MagicException("%config --reset needs the name of a setting. %config lists all.");
            } else if (!save) {
                list(settings, context);
            }
        } catch (SettingException e) {
            throw new MagicException(e.getMessage());
        }
        if (save) {
            save(settings, context);
        }
    }

    private void one(Settings settings, MagicContext context) throws SettingException {
        String first = words.getFirst();
        int equals = first.indexOf('=');
        String name = equals < 0 ? first : first.substring(0, equals);
        Setting setting = settings.named(name);
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        if (!rest.isEmpty() && rest.getFirst().equals("=")) {
            rest.removeFirst();
        }
        if (reset) {
            settings.reset(name);
        } else if (equals >= 0 || words.size() > 1) {
            String value = equals < 0 ? "" : first.substring(equals + 1) + (rest.isEmpty() ? "" : " ");
            settings.set(name, value + String.join(" ", rest), Settings.Origin.SESSION);
        } else {
            describe(settings.value(setting), context);
        }
    }

    private static void describe(Settings.Value value, MagicContext context) {
        Setting setting = value.setting();
        context.print(setting.name() + " = " + value.text() + "\n"
                + "  " + setting.description() + "\n"
                + "  possible: " + setting.possible() + "; initially: "
                + (setting.initial().isEmpty() ? "nothing" : setting.initial()) + "; set by: " + origin(value));
    }

    private static String origin(Settings.Value value) {
        return switch (value.origin()) {
            case INITIAL -> "nobody";
            case FILE -> "the file";
            case COMMAND_LINE -> "--set";
            case SESSION -> "%config";
        };
    }

    private static void list(Settings settings, MagicContext context) {
        List<List<String>> rows = settings.values().stream()
                .map(value -> List.of(
                        value.setting().name(),
                        value.text(),
                        value.origin() == Settings.Origin.INITIAL ? "" : origin(value),
                        value.setting().description()))
                .toList();
        context.print(TextTable.of(List.of("name", "value", "set by", "what it does"), rows, 140));
        context.print("The file of this profile: " + settings.file());
    }

    private static void save(Settings settings, MagicContext context) throws MagicException {
        try {
            settings.save();
        } catch (IOException e) {
            String reason = e instanceof AccessDeniedException ? "you have no permission to" : e.getMessage();
            throw new MagicException("The settings cannot be written to " + settings.file() + ": " + reason + ".");
        }
        context.print("Wrote " + settings.file() + ".");
    }

    /** What completion offers: names, then the words that some of them can be set to. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Words() {
            KnownSettings.ALL.forEach(setting -> add(setting.name()));
            KnownSettings.ALL.stream()
                    .flatMap(setting -> setting.words().stream())
                    .distinct()
                    .forEach(this::add);
        }
    }
}
