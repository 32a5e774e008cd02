package dev.tutti.kernel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scheduler's own collections against those of the JDK. */
final class StructuresTest {

    private final Random random = new Random(7);

    @Test
    void aTableIsAMap() {
        LongTable<String> table = new LongTable<>();
        Map<Long, String> map = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = random.nextInt(i < 100_000 ? 3000 : 100) * (random.nextBoolean() ? 1L : 0x1_0000_0001L);
            if (random.nextInt(3) > 0) {
                table.put(key, "v" + i);
                map.put(key, "v" + i);
            } else {
                assertThat(table.remove(key)).isEqualTo(map.remove(key));
            }
            long other = random.nextInt(3000);
            assertThat(table.get(other)).isEqualTo(map.get(other));
        }
        List<String> values = new ArrayList<>();
        table.forEach(values::add);

        assertThat(values).containsExactlyInAnyOrderElementsOf(map.values());
        map.keySet().forEach(table::remove);
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void alarmsComeInOrderAndThoseTakenOutDoNotCome() {
        Alarms alarms = new Alarms();
        List<Alarm> set = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            Alarm alarm = new Alarm(null);
            alarms.set(alarm, random.nextInt(10_000));
            set.add(alarm);
        }
        for (int i = 0; i < 5000; i += 2) {
            alarms.set(set.get(i), random.nextInt(10_000));
        }
        for (int i = 0; i < 5000; i += 3) {
            alarms.cancel(set.get(i));
            alarms.cancel(set.get(i));
        }
        List<Alarm> come = new ArrayList<>();
        for (int now = 0; now <= 10_000; now++) {
            long time = now;
            for (Optional<Alarm> due = alarms.due(now); due.isPresent(); due = alarms.due(now)) {
                assertThat(due.get().atNanos).isEqualTo(time);
                come.add(due.get());
            }
        }

        assertThat(come).hasSize(5000 - 1667).doesNotHaveDuplicates();
        assertThat(alarms.next()).isEmpty();
    }

    @Test
    void aboutAMillionEndingsAreRemembered() {
        EndedTasks ended = new EndedTasks();
        Ending lost = new Ending(false, Optional.of(EngineId.LOCAL));
        Ending elsewhere = new Ending(true, Optional.empty());
        Ending well = new Ending(true, Optional.of(new EngineId(9_999)));
        for (long id = 1; id <= 3_000_000; id++) {
            ended.add(new TaskId(id), id % 3 == 0 ? lost : id % 3 == 1 ? well : elsewhere);
        }

        assertThat(ended.find(new TaskId(3_000_000))).contains(lost);
        assertThat(ended.find(new TaskId(2_999_998))).contains(well);
        assertThat(ended.find(new TaskId(2_999_999))).contains(elsewhere);
        assertThat(ended.find(new TaskId(2_000_001))).isPresent();
        assertThat(ended.find(new TaskId(1_900_000))).isEmpty();
        assertThat(ended.find(new TaskId(3_000_001))).isEmpty();
    }

    @Test
    void numbersFarApartTakeNoMoreThanTheirPages() {
        EndedTasks ended = new EndedTasks();
        for (long id = 1; id < 5000; id++) {
            ended.add(new TaskId(id << 40), new Ending(true, Optional.empty()));
        }

        assertThat(ended.find(new TaskId(4999L << 40))).isPresent();
        assertThat(ended.find(new TaskId(1L << 40))).isEmpty();
    }
}
