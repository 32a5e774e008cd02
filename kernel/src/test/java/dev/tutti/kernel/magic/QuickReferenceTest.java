package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class QuickReferenceTest {

    @Test
    void thePageFitsEightyColumns() throws IOException {
        assertThat(page().lines())
                .contains("Engines", "Keys")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void everyMagicStandsOnThePage() throws IOException {
        String page = page();
        assertThat(BuiltInMagics.catalog().all())
                .allSatisfy(magic -> assertThat(page).contains("%" + magic.name()));
    }

    private static String page() throws IOException {
        try (InputStream page = QuickrefMagic.class.getResourceAsStream("quickref.txt")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
