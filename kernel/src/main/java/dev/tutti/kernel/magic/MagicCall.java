package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** One call of a magic: its options parsed by picocli, its code, if it takes code, left as typed. */
public final class MagicCall {

    private final MagicEntry entry;
    private final Magic magic;
    private final CommandLine parser;

    private MagicCall(MagicEntry entry) {
        this.entry = entry;
        this.magic = entry.factory().get();
        this.parser = new CommandLine(magic);
        parser.setCommandName(switch (entry.form()) {
                    case CODE, RAW_OR_CELL -> "%[%]";
                    case LINE, RAW -> "%";
                    case CELL_TEXT, CELL_CODE -> "%%";
                }
                + entry.name());
        parser.registerConverter(TargetSpec.class, new TargetConverter());
        parser.setOverwrittenOptionsAllowed(false);
    }

    /**
     * Turns a call into steps.
     *
     * @throws MagicException if its options are wrong
     * @throws CellSyntaxException if its code contains a magic that cannot be read
     */
    public static List<PlannedStep> plan(
            MagicEntry entry, Step.Magic step, CodeArgument.Planner planner, MagicContext context)
            throws MagicException, CellSyntaxException {
        MagicCall call = new MagicCall(entry);
        List<ArgumentWords.Word> words = ArgumentWords.of(step.arguments());
        int codeWord = switch (entry.form()) {
            case CODE -> call.optionWords(words, planner::isName);
            case RAW, RAW_OR_CELL -> step.arguments().strip().equals("--help") ? 1 : 0;
            case LINE, CELL_TEXT, CELL_CODE -> words.size();
        };
        List<String> options = new ArrayList<>();
        ArgumentWords.of(context.magics().given(entry.name())).forEach(word -> options.add(word.text()));
        words.subList(0, codeWord).forEach(word -> options.add(word.text()));
        if (wantsHelp(options)) {
            String help = help(entry, context.width());
            return List.of(new PlannedStep.Act(shown -> shown.print(help), false));
        }
        options.remove("--");
        call.parse(options);
        return switch (call.magic) {
            case Magic.Action action -> List.of(new PlannedStep.Act(action, entry.changesSession()));
            case Magic.Code code -> code.plan(call.code(step, words, codeWord, planner), context);
        };
    }

    /**
     * Makes sure that words can be put before those of each call of a magic.
     *
     * @throws MagicException if it takes all behind its name as typed, or one of them would begin its code
     */
    static void requireOptions(MagicEntry entry, String given) throws MagicException {
        List<ArgumentWords.Word> words = ArgumentWords.of(given);
        if (words.isEmpty()) {
            return;
        }
        switch (entry.form()) {
            case RAW, RAW_OR_CELL ->
                throw new MagicException("%" + entry.name() + " takes what follows as it is typed, so '" + given
                        + "' cannot be put before it. %alias makes a magic of a command, %macro one of cells.");
            case CODE -> {
                int options = new MagicCall(entry).optionWords(words, _ -> false);
                if (options < words.size()) {
                    throw new MagicException("'" + words.get(options).text() + "' is no option of %" + entry.name()
                            + " but code, which each call brings. %macro keeps code.");
                }
            }
            case LINE, CELL_TEXT, CELL_CODE -> {}
        }
    }

    /** Whether {@code x = %name …} keeps its value. */
    public static boolean givesValue(MagicEntry entry) {
        return entry.factory().get() instanceof Magic.Code code && code.givesValue();
    }

    private static boolean wantsHelp(List<String> options) {
        return options.contains("--help") || options.contains("-h");
    }

    /** The help page of a magic. */
    public static String help(MagicEntry entry, int width) {
        MagicCall call = new MagicCall(entry);
        call.parser.setUsageHelpWidth(Math.clamp(width, 55, 120));
        DescriptionLines.reflow(call.parser.getCommandSpec());
        return call.parser.getUsageMessage(Ansi.OFF);
    }

    /** picocli's model of a magic: what completion offers. */
    static CommandLine.Model.CommandSpec spec(MagicEntry entry) {
        return new MagicCall(entry).parser.getCommandSpec();
    }

    /** Where the code of a call of a magic that takes code begins in its arguments; their length if there is none. */
    static int codeStart(MagicEntry entry, String arguments) {
        List<ArgumentWords.Word> words = ArgumentWords.of(arguments);
        try {
            int codeWord = new MagicCall(entry).optionWords(words, _ -> true);
            return codeWord < words.size() ? words.get(codeWord).start() : arguments.length();
        } catch (MagicException e) {
            return arguments.length(); // a wrong option: there is no code to look at yet
        }
    }

    private void parse(List<String> options) throws MagicException {
        try {
            parser.parseArgs(options.toArray(String[]::new));
        } catch (CommandLine.MissingParameterException e) {
            throw new MagicException(
                    unknownOption(options).orElseGet(() -> sentence(e)) + " See %" + entry.name() + " --help.");
        } catch (CommandLine.ParameterException e) {
            throw new MagicException(sentence(e) + " See %" + entry.name() + " --help.");
        }
    }

    /** What is missing may stand behind an option that there is not. */
    private Optional<String> unknownOption(List<String> options) {
        return options.stream()
                .filter(word -> word.length() > 1 && word.startsWith("-") && !Character.isDigit(word.charAt(1)))
                .filter(word -> parser.getCommandSpec().findOption(word.replaceFirst("=.*", "")) == null)
                .findFirst()
                .map(word -> "%" + entry.name() + " has no option '" + word + "'.");
    }

    private String sentence(CommandLine.ParameterException e) {
        return new UsageSentence(entry.name()).of(e);
    }

    /** How many words at the front are options; the first that is no known option starts the code. */
    private int optionWords(List<ArgumentWords.Word> words, Predicate<String> isName) throws MagicException {
        int i = 0;
        while (i < words.size()) {
            String word = words.get(i).text();
            if (word.equals("--")) {
                return i + 1;
            }
            if (!word.startsWith("-") || word.length() < 2 || Character.isDigit(word.charAt(1))) {
                return i;
            }
            if (wantsHelp(List.of(word))) {
                return i + 1;
            }
            int equals = word.indexOf('=');
            OptionSpec option = parser.getCommandSpec().findOption(equals < 0 ? word : word.substring(0, equals));
            if (option == null) {
                refuseTypingError(word, isName);
                return i;
            }
            i += equals < 0 && option.arity().min() > 0 ? 2 : 1;
        }
        return Math.min(i, words.size());
    }

    /**
     * {@code --n} may be Java, a decrement, if there is an {@code n}; {@code --targts} is near enough to an option to be a
     * typing error in any case.
     */
    private void refuseTypingError(String word, Predicate<String> isName) throws MagicException {
        try {
            parser.parseArgs(word.replaceFirst("=(?!=).*", "")); // nothing that is given a value is a decrement
        } catch (CommandLine.UnmatchedArgumentException e) {
            boolean java = !word.matches("--[a-z][\\w-]*(=(?!=).*)?") || isName.test(word.substring(2));
            if (word.startsWith("--") && (!java || !e.getSuggestions().isEmpty())) {
                throw new MagicException(sentence(e) + " Write -- before code that begins with '--'.");
            }
        } catch (CommandLine.ParameterException e) {
            throw new MagicException(sentence(e));
        }
    }

    private CodeArgument code(
            Step.Magic step, List<ArgumentWords.Word> words, int codeWord, CodeArgument.Planner planner)
            throws MagicException {
        boolean onLine = codeWord < words.size();
        int firstLine = step.argumentsStart() + step.arguments().stripTrailing().length();
        int callEnd = Math.max(firstLine, step.start() + 1 + entry.name().length());
        int offset = onLine ? words.get(codeWord).start() : step.arguments().length();
        if (step.cellMagic()) {
            if (onLine && !((Magic.Code) magic).takesPreparation()) {
                throw new MagicException("%%" + entry.name() + " takes its code from the lines below it, but '"
                        + words.get(codeWord).text() + "' stands on its own line. Use %" + entry.name()
                        + " for code on one line.");
            }
            CodeArgument.Call call = new CodeArgument.Call(
                    step.start(), callEnd, step.arguments().substring(offset).strip(), step.argumentsStart() + offset);
            int end = step.bodyStart() + step.body().length();
            return new CodeArgument(step.body(), step.bodyStart(), end, call, planner);
        }
        String text = step.arguments().substring(offset);
        int end = step.argumentsStart() + step.arguments().length();
        if (entry.form() == MagicEntry.Form.RAW) {
            end -= text.length() - text.stripTrailing().length();
            text = text.stripTrailing();
        }
        return new CodeArgument(
                text, step.argumentsStart() + offset, end, new CodeArgument.Call(step.start(), callEnd), planner);
    }
}
