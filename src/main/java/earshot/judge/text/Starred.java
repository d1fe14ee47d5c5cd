package earshot.judge.text;

/** Reads a word with letters starred out ({@code f***ing}, {@code kn*bhead}). */
final class Starred {
  private static final String[] WORDS = {
    "fuck",
    "fucks",
    "fucked",
    "fucker",
    "fuckers",
    "fucking",
    "fuckin",
    "fuckwit",
    "cunt",
    "cunts",
    "shit",
    "shite",
    "shitty",
    "shitshow",
    "shithole",
    "bullshit",
    "piss",
    "pissed",
    "arse",
    "arsehole",
    "arseholes",
    "wank",
    "wanker",
    "wankers",
    "twat",
    "twats",
    "dick",
    "dickhead",
    "dickheads",
    "prick",
    "pricks",
    "knob",
    "knobhead",
    "bellend",
    "bastard",
    "bastards",
    "bitch",
    "bitches",
    "bollocks",
    "slag",
    "slags",
    "slut",
    "sluts",
    "whore",
    "tosser",
    "tossers",
    "crap",
    "bugger",
    "retard",
    "retards",
    "retarded",
    "spastic",
    "spaz",
    "mong",
    "mongs",
    "faggot",
    "fag",
    "fags",
    "poof",
    "tranny",
    "trannies",
    "paki",
    "pakis",
    "nigger",
    "chink",
    "chinky",
    "gypsy",
    "gypsies",
    "gyppo",
    "pikey",
    "pikeys",
    "nonce",
    "paedo",
    "cock",
    "tits",
    "bloody",
    "hell",
    "damn",
    "dyke",
    "muzzie",
    "gimp",
    "cripple",
    "motherfucker",
    "muppet",
    "idiot",
    "kill",
    "stab"
  };

  private Starred() {}

  /** The classes of the first known word that it may stand for. */
  static int[] classes(String word, WordClasses classes) {
    for (String meant : WORDS) {
      if (fits(word, 0, meant, 0)) {
        return classes.of(meant);
      }
    }
    return new int[0];
  }

  /** A star stands for one letter, the last of a row of stars for any number. */
  private static boolean fits(String word, int i, String meant, int j) {
    if (i == word.length()) {
      return j == meant.length();
    }
    if (j == meant.length()) {
      return false;
    }
    if (word.charAt(i) != '*') {
      return word.charAt(i) == meant.charAt(j) && fits(word, i + 1, meant, j + 1);
    }
    boolean last = i + 1 == word.length() || word.charAt(i + 1) != '*';
    for (int taken = 1; taken <= (last ? 3 : 1) && j + taken <= meant.length(); taken++) {
      if (fits(word, i + 1, meant, j + taken)) {
        return true;
      }
    }
    return false;
  }
}
