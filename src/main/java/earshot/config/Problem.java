package earshot.config;

import java.nio.file.Path;

/**
 * One thing wrong in what people wrote: where, what, and what to do next.
 *
 * @param file the file it stands in
 * @param line the line, counted from 1; 0 when the file as a whole is meant
 * @param fact what is wrong, without a full stop at the end
 * @param nextStep what the reader should do, without a full stop at the end
 */
public record Problem(Path file, int line, String fact, String nextStep) {

  /** {@code file:line: fact. next step}. */
  @Override
  public String toString() {
    String where = line > 0 ? file + ":" + line : file.toString();
    return where + ": " + fact + ". " + nextStep + ".";
  }
}
