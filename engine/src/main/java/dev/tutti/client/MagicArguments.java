package dev.tutti.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The line of a magic of the user's, read into a record, each of whose components is an option: {@code int times} is
 * {@code --times 3}, a {@code boolean} is a flag, a {@code List<String>} takes all other words, a {@code String body} the
 * lines below {@code %%name}.
 */
public final class MagicArguments {

    private static final Pattern WORD = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'|(\\S+)");

    private MagicArguments() {}

    /**
     * The record that a line means.
     *
     * @param line what follows the magic's name
     * @param body the lines below it, empty for a line magic
     * @throws IllegalArgumentException if it means none; the message is a sentence for the user
     */
    public static <T extends Record> T of(Class<T> type, String line, String body) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, String> given = new HashMap<>();
        List<String> rest = new ArrayList<>();
        read(words(line), components, given, rest);
        boolean takesWords = Arrays.stream(components).anyMatch(c -> c.getType() == List.class);
        if (!rest.isEmpty() && !takesWords) {
            throw new IllegalArgumentException(
                    "'" + rest.getFirst() + "' is none of its options: " + names(components) + ".");
        }
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = isBody(components[i])
                    ? body
                    : types[i] == List.class ? List.copyOf(rest) : value(components[i], given);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + type.getSimpleName() + " cannot be made: " + e, e);
        }
    }

    /** Prints what a magic takes. */
    public static void printHelp(Class<? extends Record> type, String name) {
        StringBuilder help = new StringBuilder("%" + name);
        List<String> lines = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String option = option(component);
            help.append(isBody(component) ? "" : " [" + option + "]");
            lines.add(String.format(
                    "  %-24s %s", isBody(component) ? "lines below %%" + name : option, meaning(component)));
        }
        System.out.println(help + "\n" + String.join("\n", lines));
    }

    private static String option(RecordComponent component) {
        if (component.getType() == List.class) {
            return component.getName().toUpperCase(Locale.ROOT) + "…";
        }
        String option = "--" + component.getName();
        return component.getType() == boolean.class
                ? option
                : option + " " + component.getType().getSimpleName();
    }

    private static String meaning(RecordComponent component) {
        MagicOption told = component.getAnnotation(MagicOption.class);
        if (told == null) {
            return "";
        }
        return told.value() + (told.initial().isEmpty() ? "" : " (default: " + told.initial() + ")");
    }

    private static boolean isBody(RecordComponent component) {
        return component.getType() == String.class && component.getName().equals("body");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(1) != null ? matcher.group(1).replaceAll("\\\\(.)", "$1") : matcher.group(2);
            words.add(quoted != null ? quoted : matcher.group(3));
        }
        return words;
    }

    private static void read(
            List<String> words, RecordComponent[] components, Map<String, String> given, List<String> rest) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--") || word.length() == 2) {
                rest.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            RecordComponent component = Arrays.stream(components)
                    .filter(c -> c.getName().equals(name) && c.getType() != List.class && !isBody(c))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no option --" + name + ", only: " + names(components) + "."));
            if (component.getType() == boolean.class) {
                given.put(name, equals < 0 ? "true" : word.substring(equals + 1));
            } else if (equals >= 0) {
                given.put(name, word.substring(equals + 1));
            } else if (i + 1 < words.size()) {
                given.put(name, words.get(++i));
            } else {
                throw new IllegalArgumentException("--" + name + " needs a value behind it.");
            }
        }
    }

    private static String names(RecordComponent[] components) {
        String names = Arrays.stream(components)
                .filter(component -> !isBody(component))
                .map(MagicArguments::option)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "it has none" : names;
    }

    private static Object value(RecordComponent component, Map<String, String> given) {
        MagicOption told = component.getAnnotation(MagicOption.class);
        String initial = told == null ? "" : told.initial();
        String text = given.getOrDefault(component.getName(), initial);
        Class<?> type = component.getType();
        boolean mayLack = type == boolean.class || type == String.class;
        if (text.isEmpty() && !given.containsKey(component.getName()) && !mayLack) {
            throw new IllegalArgumentException("It needs " + option(component) + ".");
        }
        try {
            return convert(type, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--" + component.getName() + " cannot be '" + text + "': it is " + possible(type) + ".", e);
        }
    }

    private static String possible(Class<?> type) {
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "of type " + type.getSimpleName();
    }

    private static Object convert(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        } else if (type == int.class) {
            return Integer.parseInt(text);
        } else if (type == long.class) {
            return Long.parseLong(text);
        } else if (type == double.class) {
            return Double.parseDouble(text);
        } else if (type == Path.class) {
            return Shell.directory().resolve(text);
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        throw new IllegalArgumentException("Options are texts, numbers, flags, paths and enums, but not " + type);
    }
}
