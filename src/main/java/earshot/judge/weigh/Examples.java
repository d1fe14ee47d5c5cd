package earshot.judge.weigh;

/**
 * Examples to learn from, as sparse rows.
 *
 * @param columns the columns that are not zero, a row each
 * @param values their values
 * @param width number of columns
 */
public record Examples(int[][] columns, float[][] values, int width) {
  public int size() {
    return columns.length;
  }
}
