package dev.tutti.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.kernel.history.HistoryRange.SessionRef;
import org.junit.jupiter.api.Test;

class HistoryRangeTest {

    private static final SessionRef RUNNING = SessionRef.RUNNING;

    @Test
    void aNumberIsThatCell() throws HistoryException {
        assertThat(HistoryRange.parse("4")).isEqualTo(new HistoryRange(RUNNING, 4, RUNNING, 4));
    }

    @Test
    void aDashIncludesTheEndAndAColonDoesNot() throws HistoryException {
        assertThat(HistoryRange.parse("4-6").to()).isEqualTo(6);
        assertThat(HistoryRange.parse("4:6").to()).isEqualTo(5);
    }

    @Test
    void anOpenEndReachesToTheLastCell() throws HistoryException {
        assertThat(HistoryRange.parse("4-")).isEqualTo(new HistoryRange(RUNNING, 4, RUNNING, Integer.MAX_VALUE));
    }

    @Test
    void aSessionAloneIsAllOfIt() throws HistoryException {
        SessionRef second = new SessionRef(true, 2);
        assertThat(HistoryRange.parse("~2/")).isEqualTo(new HistoryRange(second, 0, second, Integer.MAX_VALUE));
    }

    @Test
    void aSessionCanBeNamedByItsNumber() throws HistoryException {
        SessionRef named = new SessionRef(false, 243);
        assertThat(HistoryRange.parse("243/1-5")).isEqualTo(new HistoryRange(named, 1, named, 5));
    }

    @Test
    void aRangeCanGoOverSessions() throws HistoryException {
        assertThat(HistoryRange.parse("~8/1-~6/5"))
                .isEqualTo(new HistoryRange(new SessionRef(true, 8), 1, new SessionRef(true, 6), 5));
    }

    @Test
    void whatIsNoRangeIsSaidSo() {
        for (String text : new String[] {"", "-", "a", "4--6", "~/3", "1/2/3"}) {
            assertThatThrownBy(() -> HistoryRange.parse(text))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("'" + text + "' is no range");
        }
    }
}
