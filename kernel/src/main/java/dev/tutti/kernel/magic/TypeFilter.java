package dev.tutti.kernel.magic;

import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.SessionVariable;
import java.util.List;

/** Which declarations are meant by words such as {@code int}, {@code List}, {@code method}; by no words, all. */
record TypeFilter(List<String> words) {
    TypeFilter {
        words = words.stream().map(TypeFilter::withoutBlanks).toList();
    }

    boolean takes(SessionVariable variable) {
        String type = withoutBlanks(variable.type());
        String raw = type.replaceFirst("<.*>", "");
        String simple = raw.substring(raw.lastIndexOf('.') + 1);
        return words.isEmpty()
                || words.contains("variable")
                || words.contains(type)
                || words.contains(raw)
                || words.contains(simple);
    }

    /** Whether a method or type is meant; variables and imports never are. */
    boolean takes(Declaration declaration) {
        return switch (declaration.kind()) {
            case METHOD -> words.isEmpty() || words.contains("method");
            case TYPE -> words.isEmpty() || words.contains("type");
            case VARIABLE, IMPORT -> false;
        };
    }

    private static String withoutBlanks(String type) {
        return type.replace(" ", "");
    }
}
