package earshot.judge.traits;

import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Traits.Group;
import earshot.judge.view.Mark;
import earshot.judge.weigh.Hash;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Traits of the whole post: where it stands, who wrote it, how it is written, whom it names. */
final class Circumstances {
  private static final Set<String> PEOPLE =
      Set.of("<FN>", "<MRX>", "<FORM>", "<HANDLE>", "<PHONE>");
  private static final Set<String> BESIDE_PEOPLE =
      Set.of(
          "MYKID",
          "KID",
          "YEARW",
          "CLASSW",
          "SPORTW",
          "EVENTW",
          "PHOTOW",
          "UNIQUE",
          "ADULTW",
          "ADDRESSW",
          "INJURY",
          "MISSING",
          "BULLYW",
          "SUCCESS");
  private static final Set<String> COMPANY =
      Set.of(
          "CONFIDW",
          "INSIDER",
          "CRIME",
          "ABUSEW",
          "COVERUP",
          "INSINUATE",
          "OFFICIALFIND",
          "DENIAL",
          "CONDEMN",
          "THREAT",
          "INCITE",
          "FIGURE",
          "LURE",
          "DISCLOSE",
          "SELFHARM",
          "PRAISEW",
          "SARCASM",
          "UNHAPPY",
          "INSULTN",
          "INSULTA",
          "INSULTP",
          "PROFANE",
          "SLUR",
          "IDENTITY",
          "DISCRIMW",
          "MYKID",
          "KID",
          "KIDS",
          "TEACHER",
          "HEAD",
          "STAFFROLE",
          "GOVBODY",
          "PARENT",
          "PARENTS",
          "SUPPLIERW",
          "PTAW",
          "BULLYW",
          "INJURY",
          "MISSING",
          "ASK",
          "PRESSASK",
          "SALEW",
          "BRANDW",
          "USEDW",
          "OFFICIALW",
          "ADULTW",
          "ADDRESSW",
          "PLACEBIZ",
          "OTHERSENSE",
          "YEARW",
          "PHOTOW",
          "UNIQUE",
          "SUCCESS",
          "NEG",
          "LAUGH",
          "ANGRY",
          "SOUNDS_TOXIC",
          "SOUNDS_VERY_BAD");

  private final WordClasses classes;
  private final Set<Integer> authorClasses;

  Circumstances(WordClasses classes) {
    this.classes = classes;
    this.authorClasses =
        Set.of(
            classes.number("PRESSW"),
            classes.number("OFFICIALW"),
            classes.number("FAKEW"),
            classes.number("PARENT"),
            classes.number("KID"),
            classes.number("PLACEBIZ"),
            classes.number("SUPPLIERW"),
            classes.number("PTAW"),
            classes.number("YEARW"),
            classes.number("HEAD"),
            classes.number("TEACHER"));
  }

  void add(Traits traits, Reading reading, List<Unit> text, List<Unit> context, List<Unit> author) {
    Gathered out = new Gathered(traits);
    String platform = reading.platform();
    out.put("platform=" + platform);
    marks(out, platform, text, context, author);
    author(out, reading, author);
    manner(out, platform, text, context);
    people(out, text);
    company(out, text, isOurs(of(context)) || isOurs(of(author)));
  }

  /** Which telling things stand in one post, however far apart, two by two. */
  private void company(Gathered out, List<Unit> text, boolean oursAround) {
    Set<String> present = new TreeSet<>();
    boolean you = false;
    for (Unit unit : text) {
      if (unit.mark() != Mark.NONE && unit.mark() != Mark.NAMESAKE_WORD) {
        present.add(unit.mark().name());
        if (unit.token().kind() == Kind.HANDLE && unit.mark() == Mark.SCHOOL) {
          out.put("addresses the school");
        }
      } else if (!unit.name().isEmpty() && PEOPLE.contains(unit.name())) {
        present.add(unit.name());
      }
      for (int each : unit.token().classes()) {
        String name = classes.name(each);
        if (COMPANY.contains(name)) {
          present.add(name.startsWith("INSULT") ? "INSULT" : name);
        }
        you |= name.equals("YOU");
      }
    }
    out.put("you " + you + " ours around " + oursAround);
    List<String> all = List.copyOf(present);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        out.put("both " + all.get(i) + " " + all.get(j));
      }
    }
  }

  private static void marks(
      Gathered out, String platform, List<Unit> text, List<Unit> context, List<Unit> author) {
    Set<Mark> inText = of(text);
    Set<Mark> inContext = of(context);
    Set<Mark> inAuthor = of(author);
    inText.forEach(mark -> out.put("text has " + mark));
    inContext.forEach(mark -> out.put("context has " + mark));
    inAuthor.forEach(mark -> out.put("author is " + mark));
    boolean ours = isOurs(inText);
    boolean oursAround = isOurs(inContext) || isOurs(inAuthor);
    boolean others =
        inText.contains(Mark.NAMESAKE)
            || inText.contains(Mark.NAMESAKE_WORD)
            || inContext.contains(Mark.NAMESAKE)
            || inContext.contains(Mark.NAMESAKE_WORD)
            || inAuthor.contains(Mark.NAMESAKE);
    out.put("ours " + ours + " around " + oursAround + " others " + others);
    out.put(platform + " ours " + ours + " around " + oursAround);
    out.put("only place " + (inText.contains(Mark.PLACE) && !ours && !oursAround));
    out.put("context empty " + context.isEmpty() + " on " + platform);
  }

  private static boolean isOurs(Set<Mark> marks) {
    return marks.contains(Mark.SCHOOL)
        || marks.contains(Mark.SCHOOL_SHORT)
        || marks.contains(Mark.HEAD)
        || marks.contains(Mark.STAFF);
  }

  private static Set<Mark> of(List<Unit> units) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    units.forEach(unit -> marks.add(unit.mark()));
    marks.remove(Mark.NONE);
    return marks;
  }

  private void author(Gathered out, Reading reading, List<Unit> author) {
    String raw = reading.rawAuthor();
    if (raw.isEmpty()) {
      out.put("author none");
      return;
    }
    out.put("author handle " + (raw.startsWith("@") || raw.startsWith("u/")));
    boolean real = author.size() >= 2 && author.get(0).name().equals("<FN>");
    out.put("author real name " + real);
    StringBuilder form = new StringBuilder("author form");
    for (Unit unit : author.subList(0, Math.min(4, author.size()))) {
      Token token = unit.token();
      form.append(' ').append(unit.name().isEmpty() ? token.shape().name() : unit.name());
      for (int each : token.classes()) {
        if (authorClasses.contains(each)) {
          out.put("author " + classes.name(each));
          out.put("author " + classes.name(each) + " on " + reading.platform());
        }
      }
    }
    out.put(form.toString());
    for (Unit unit : author) {
      if (unit.name().isEmpty()) {
        out.put("author word " + unit.token().word());
      }
    }
  }

  private void manner(Gathered out, String platform, List<Unit> text, List<Unit> context) {
    int words = 0;
    int capitals = 0;
    boolean asks = false;
    boolean quotes = false;
    for (Unit unit : text) {
      Token token = unit.token();
      words += token.kind() == Kind.WORD ? 1 : 0;
      capitals += token.shape() == Shape.UPPER && token.word().length() > 2 ? 1 : 0;
      asks |= token.word().startsWith("?");
      quotes |= token.word().startsWith("\"");
      if (token.kind() == Kind.EMOJI || token.word().equals("!!") || token.word().equals("..")) {
        out.put("has " + token.word());
      }
    }
    out.put("length " + (words < 6 ? 0 : words < 12 ? 1 : words < 25 ? 2 : words < 50 ? 3 : 4));
    out.put("capitals " + (capitals == 0 ? 0 : capitals < 3 ? 1 : capitals * 2 < words ? 2 : 3));
    out.put("asks " + asks + " on " + platform);
    out.put("asks " + asks + " in " + (isOurs(of(context)) ? "our thread" : "a thread"));
    out.put("quotes " + quotes);
    if (!text.isEmpty()) {
      out.put("ends " + text.get(text.size() - 1).back());
      out.put("starts " + text.get(0).back());
    }
  }

  /** Who is named, and beside what. */
  private void people(Gathered out, List<Unit> text) {
    int forenames = 0;
    int surnames = 0;
    int capitals = 0;
    for (Unit unit : text) {
      forenames += unit.name().equals("<FN>") ? 1 : 0;
      surnames += unit.name().equals("<SN>") ? 1 : 0;
      Token token = unit.token();
      capitals +=
          unit.name().isEmpty() && token.shape() == Shape.TITLE && !token.sentence() ? 1 : 0;
    }
    out.put("forenames " + Math.min(3, forenames));
    out.put("surnames " + Math.min(2, surnames));
    String named = forenames > 0 ? "forename" : capitals > 0 ? "capital" : "nobody";
    for (String each : besidePeople(text)) {
      out.put(named + " beside " + each);
    }
  }

  private Set<String> besidePeople(List<Unit> text) {
    Set<String> beside = new TreeSet<>();
    for (Unit unit : text) {
      for (int each : unit.token().classes()) {
        if (BESIDE_PEOPLE.contains(classes.name(each))) {
          beside.add(classes.name(each));
        }
      }
      if (unit.name().equals("<FORM>") || unit.mark() == Mark.CLASS) {
        beside.add(unit.name());
      }
    }
    return beside;
  }

  /** Writes circumstances as traits. */
  private record Gathered(Traits traits) {
    void put(String circumstance) {
      traits.add(Group.CIRCUMSTANCES, Hash.of(circumstance), -1);
    }
  }
}
