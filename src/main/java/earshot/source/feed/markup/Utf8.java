package earshot.source.feed.markup;

/** UTF-8 as it is met: a byte that cannot be UTF-8 is taken for windows-1252. */
final class Utf8 {
  private Utf8() {}

  static String decode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    int at = start(bytes);
    while (at < bytes.length) {
      int first = bytes[at] & 0xff;
      int length = first < 0x80 ? 1 : sequence(bytes, at);
      if (length > 1) {
        out.appendCodePoint(point(bytes, at, length));
      } else if (first < 0x80) {
        out.append((char) first);
      } else if (isCut(bytes, at)) {
        break;
      } else {
        out.append((char) Characters.windows1252(first));
      }
      at += Math.max(1, length);
    }
    return out.toString();
  }

  private static int start(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && (bytes[0] & 0xff) == 0xEF
            && (bytes[1] & 0xff) == 0xBB
            && (bytes[2] & 0xff) == 0xBF;
    return marked ? 3 : 0;
  }

  /** Whether there are characters beyond ASCII and all of them are valid UTF-8. */
  static boolean isUsedIn(byte[] bytes) {
    boolean used = false;
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
      } else {
        int length = sequence(bytes, at);
        if (length == 0) {
          return false;
        }
        used = true;
        at += length;
      }
    }
    return used;
  }

  /** Whether the document ends within the character that begins here. */
  private static boolean isCut(byte[] bytes, int at) {
    if (at + missing(bytes[at] & 0xff) < bytes.length) {
      return false;
    }
    for (int next = at + 1; next < bytes.length; next++) {
      if ((bytes[next] & 0xC0) != 0x80) {
        return false;
      }
    }
    return missing(bytes[at] & 0xff) > 0;
  }

  /** How many bytes follow a first byte. */
  private static int missing(int first) {
    return first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  }

  /** The length of the valid sequence at {@code at} (Unicode, table 3-7), or 0. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > bytes.length) {
      return 0;
    }
    for (int next = 1; next < length; next++) {
      if ((bytes[at + next] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int point = point(bytes, at, length);
    boolean overlong = point < (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    return overlong || surrogate || point > 0x10FFFF ? 0 : length;
  }

  private static int point(byte[] bytes, int at, int length) {
    int point = bytes[at] & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07);
    for (int next = 1; next < length; next++) {
      point = (point << 6) | (bytes[at + next] & 0x3F);
    }
    return point;
  }
}
