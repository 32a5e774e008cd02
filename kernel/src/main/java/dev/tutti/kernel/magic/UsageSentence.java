package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.Spelling;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with the options of a call, as a sentence: picocli's own read like a program's. */
final class UsageSentence {

    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*)] \\(case-sensitive\\) but was '(.*)'$");
    private static final Pattern FEW = Pattern.compile("\\((\\w+)\\) requires at least (\\d+) values");
    private static final Pattern NUMBER = Pattern.compile("'(.*)' is not an? (int|long|double)");

    private final String magic;

    /** @param magic its name, without the sign */
    UsageSentence(String magic) {
        this.magic = "%" + magic;
    }

    String of(CommandLine.ParameterException e) {
        return switch (e) {
            case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case CommandLine.MissingParameterException missing -> missing(missing);
            default -> ended(value(e));
        };
    }

    private String unmatched(CommandLine.UnmatchedArgumentException e) {
        String what = e.getUnmatched().stream()
                .filter(word -> !e.isUnknownOption() || word.startsWith("-"))
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
        List<String> near = e.getSuggestions();
        return magic
                + (e.isUnknownOption() ? " has no option " : " does not take ")
                + what
                + (near.isEmpty() ? "." : ". Did you mean " + either(near) + "?");
    }

    private String missing(CommandLine.MissingParameterException e) {
        Matcher few = FEW.matcher(e.getMessage());
        if (few.find()) {
            return magic + " takes at least " + few.group(2) + " of " + few.group(1) + ".";
        }
        ArgSpec first =
                e.getMissing().isEmpty() ? e.getArgSpec() : e.getMissing().getFirst();
        String whose = first instanceof OptionSpec option ? magic + " " + option.longestName() : magic;
        String needs = e.getMissing().size() > 1
                ? e.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" and "))
                : first == null ? "something more" : first.paramLabel();
        return whose + " needs " + needs + ".";
    }

    private String value(CommandLine.ParameterException e) {
        String message =
                e.getCause() instanceof CommandLine.TypeConversionException own ? own.getMessage() : e.getMessage();
        String name = e.getArgSpec() instanceof OptionSpec option ? option.shortestName() : magic;
        if (e.getCause() instanceof VariableName.NoVariableName wrong) {
            return wrong.of(name);
        }
        Matcher number = NUMBER.matcher(message);
        if (number.find()) {
            return name + " takes a " + (number.group(2).equals("double") ? "number" : "whole number") + ", not '"
                    + number.group(1) + "'";
        }
        Matcher choice = CHOICE.matcher(message);
        if (choice.find()) {
            List<String> words = List.of(choice.group(1).split(", "));
            return magic + " takes " + either(words) + ", not '" + choice.group(2) + "'"
                    + Spelling.nearest(choice.group(2), words)
                            .map(word -> ". Did you mean " + word + "?")
                            .orElse("");
        }
        return message;
    }

    /** {@code a, b or c}. */
    private static String either(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
    }
}
