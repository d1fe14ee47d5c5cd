package earshot.judge.view;

/** Slips of the pen between two words: a letter more, less, other, or two exchanged. */
final class Edits {
  private Edits() {}

  static boolean within(String one, String other, int allowed) {
    int rows = one.length() + 1;
    int columns = other.length() + 1;
    int[][] table = new int[rows][columns];
    for (int i = 0; i < rows; i++) {
      int least = Integer.MAX_VALUE;
      for (int j = 0; j < columns; j++) {
        table[i][j] = i == 0 ? j : j == 0 ? i : cell(table, one, other, i, j);
        least = Math.min(least, table[i][j]);
      }
      if (least > allowed) {
        return false;
      }
    }
    return table[rows - 1][columns - 1] <= allowed;
  }

  private static int cell(int[][] table, String one, String other, int i, int j) {
    int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(table[i - 1][j - 1] + changed, Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1));
    if (i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1)) {
      best = Math.min(best, table[i - 2][j - 2] + 1);
    }
    return best;
  }
}
