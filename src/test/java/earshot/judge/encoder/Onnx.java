package earshot.judge.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The matrices of floats in an ONNX file, by name. Of the format (a protocol buffer: fields of a
 * number, a wire type and a value) only the way down to the graph's initialisers is known here.
 */
final class Onnx {
  private static final int GRAPH = 7;
  private static final int INITIALISER = 5;
  private static final int TYPE = 2;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int FLOAT = 1;

  private final Map<String, float[]> floats = new HashMap<>();

  /** What a field holds: a number, or bytes, which may be a message. */
  private record Field(int number, long value, ByteBuffer bytes) {}

  private Onnx() {}

  static Map<String, float[]> floats(Path file) throws IOException {
    Onnx onnx = new Onnx();
    onnx.model(ByteBuffer.wrap(Files.readAllBytes(file)));
    return onnx.floats;
  }

  private void model(ByteBuffer message) {
    while (message.hasRemaining()) {
      Field field = next(message);
      if (field.number == GRAPH) {
        graph(field.bytes);
      }
    }
  }

  private void graph(ByteBuffer message) {
    while (message.hasRemaining()) {
      Field field = next(message);
      if (field.number == INITIALISER) {
        initialiser(field.bytes);
      }
    }
  }

  private void initialiser(ByteBuffer message) {
    String name = "";
    long type = 0;
    ByteBuffer data = ByteBuffer.allocate(0);
    while (message.hasRemaining()) {
      Field field = next(message);
      switch (field.number) {
        case TYPE -> type = field.value;
        case NAME -> name = StandardCharsets.UTF_8.decode(field.bytes).toString();
        case RAW_DATA -> data = field.bytes;
        default -> {
          // its shape is known from what it is used for
        }
      }
    }
    if (type == FLOAT && data.hasRemaining()) {
      float[] values = new float[data.remaining() / Float.BYTES];
      data.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      floats.put(name, values);
    }
  }

  private static Field next(ByteBuffer message) {
    int tag = (int) number(message);
    int length =
        switch (tag & 7) {
          case 0 -> 0;
          case 1 -> Long.BYTES;
          case 2 -> (int) number(message);
          case 5 -> Integer.BYTES;
          default -> throw new IllegalArgumentException("no ONNX file: wire type " + (tag & 7));
        };
    long value = (tag & 7) == 0 ? number(message) : 0;
    ByteBuffer bytes = message.slice(message.position(), length);
    message.position(message.position() + length);
    return new Field(tag >>> 3, value, bytes);
  }

  /** A number of seven bits a byte, the lowest first. */
  private static long number(ByteBuffer message) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = message.get();
      number |= (long) (next & 127) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
