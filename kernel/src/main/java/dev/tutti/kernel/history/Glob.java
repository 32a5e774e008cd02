package dev.tutti.kernel.history;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern as SQLite's {@code GLOB} reads it, for cells that are in no database. */
record Glob(Pattern pattern) {

    static Glob of(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (end > 0) {
                regex.append(glob, i, end + 1);
                i = end;
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
            i++;
        }
        try {
            return new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL));
        } catch (PatternSyntaxException _) {
            // a set in brackets that is none: as it stands
            return new Glob(Pattern.compile(Pattern.quote(glob)));
        }
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
