package dev.tutti.engine.codec;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An encoded graph.
 *
 * @param graph its bytes, valid until the next graph is written
 * @param length how many they are
 * @param bulk large arrays of primitives that follow it
 * @param bulkBytes how many bytes these take
 */
record GraphBytes(ByteBuffer graph, int length, List<Object> bulk, long bulkBytes) {}
