package earshot.judge.encoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The encoder as a file: each row of a matrix as one scale and a byte a number. Fewer steps than a
 * byte has make the file smaller, at no loss that could be measured.
 */
public final class EncoderFile {
  private static final int VERSION = 1;
  private static final int BUFFER = 65_536;
  private static final int STEPS = 63;
  private static final int STEPS_OF_MEANINGS = 31;

  private EncoderFile() {}

  public static Encoder read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new GZIPInputStream(in, BUFFER))) {
      if (data.readInt() != VERSION) {
        throw new IOException("the encoder was written by another version; run ./dev train");
      }
      Pieces pieces = pieces(data);
      Encoder.Bytes meanings = bytes(data, pieces.count());
      float[][] places = matrix(data);
      float[][] forms = matrix(data);
      float[][] classes = matrix(data);
      Norm first = norm(data);
      int count = data.readInt();
      List<Layer> layers = new ArrayList<>(count);
      for (int l = 0; l < count; l++) {
        layers.add(
            new Layer(
                linear(data), linear(data), norm(data), linear(data), linear(data), norm(data)));
      }
      return new Encoder(pieces, meanings, places, forms, classes, first, layers, linear(data));
    }
  }

  private static Pieces pieces(DataInputStream data) throws IOException {
    int count = data.readInt();
    List<String> pieces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      pieces.add(data.readUTF());
    }
    return new Pieces(pieces);
  }

  private static Encoder.Bytes bytes(DataInputStream data, int count) throws IOException {
    float[] scales = new float[count];
    for (int i = 0; i < count; i++) {
      scales[i] = data.readFloat();
    }
    return new Encoder.Bytes(data.readNBytes(count * Encoder.WIDTH), scales);
  }

  private static float[][] matrix(DataInputStream data) throws IOException {
    float[][] rows = new float[data.readInt()][data.readInt()];
    for (float[] row : rows) {
      float scale = data.readFloat();
      byte[] values = data.readNBytes(row.length);
      for (int i = 0; i < row.length; i++) {
        row[i] = scale * values[i];
      }
    }
    return rows;
  }

  private static float[] vector(DataInputStream data) throws IOException {
    float[] vector = new float[data.readInt()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = data.readFloat();
    }
    return vector;
  }

  private static Norm norm(DataInputStream data) throws IOException {
    return new Norm(vector(data), vector(data));
  }

  private static Layer.Linear linear(DataInputStream data) throws IOException {
    return new Layer.Linear(matrix(data), vector(data));
  }

  /** Writes an encoder as it was learnt, part by part, in the order in which it is read. */
  public static final class Writer implements AutoCloseable {
    private final DataOutputStream data;

    public Writer(OutputStream out) throws IOException {
      data = new DataOutputStream(new GZIPOutputStream(out, BUFFER));
      data.writeInt(VERSION);
    }

    /**
     * @param pieces the pieces, in the order of their numbers
     * @param meanings a row for each
     */
    public void pieces(List<String> pieces, float[][] meanings) throws IOException {
      data.writeInt(pieces.size());
      for (String piece : pieces) {
        data.writeUTF(piece);
      }
      for (float[] row : meanings) {
        data.writeFloat(scale(row, STEPS_OF_MEANINGS));
      }
      for (float[] row : meanings) {
        values(row, STEPS_OF_MEANINGS);
      }
    }

    public void number(int number) throws IOException {
      data.writeInt(number);
    }

    public void matrix(float[][] rows) throws IOException {
      data.writeInt(rows.length);
      data.writeInt(rows[0].length);
      for (float[] row : rows) {
        data.writeFloat(scale(row, STEPS));
        values(row, STEPS);
      }
    }

    public void vector(float[] vector) throws IOException {
      data.writeInt(vector.length);
      for (float value : vector) {
        data.writeFloat(value);
      }
    }

    private void values(float[] row, int steps) throws IOException {
      float scale = scale(row, steps);
      for (float value : row) {
        data.writeByte(Math.round(value / scale));
      }
    }

    private static float scale(float[] row, int steps) {
      float most = 1e-9f;
      for (float value : row) {
        most = Math.max(most, Math.abs(value));
      }
      return most / steps;
    }

    @Override
    public void close() throws IOException {
      data.close();
    }
  }
}
