package earshot.cli;

import earshot.judge.Finding;
import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import earshot.judge.Mask;
import earshot.judge.Span;
import earshot.judge.correct.Corrections;
import earshot.judge.learn.Figures;
import earshot.judge.learn.Proposal;
import earshot.judge.learn.Rejudging.Change;
import earshot.judge.learn.Rejudging.Outlook;
import earshot.judge.verdict.Answer;
import earshot.judge.verdict.LabelWords;
import earshot.school.School;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what {@code earshot learn} found: for people, or as one line of JSON; masked. */
final class LearnReport {
  private static final int MOST_SHOWN = 20;
  private static final int EXCERPT = 90;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  private final PrintWriter out;
  private final School school;
  private final boolean json;

  LearnReport(PrintWriter out, School school, boolean json) {
    this.out = out;
    this.school = school;
    this.json = json;
  }

  void patience() {
    if (!json) {
      say("Trying it on your examples and on those that come with Earshot; it takes some seconds.");
    }
  }

  void proposal(Proposal proposal, Outlook outlook, boolean applied) {
    if (json) {
      say(JsonLines.line(line(proposal, outlook, applied)));
      return;
    }
    say(
        "%s: %d examples, %d of which say that the judge was wrong."
            .formatted(school.name(), proposal.examples(), proposal.wrong()));
    if (proposal.aside() > 0) {
      say(
          proposal.aside()
              + " of them take away a child's protection, or call harassment harmless, where the"
              + " judge is sure: they change their own wording only.");
    }
    Figures figures = proposal.figures();
    if (figures != null) {
      table(figures);
    }
    if (proposal.isAccepted()) {
      changed(outlook, applied);
      say(applied ? "Applied. Take it back with: " + command("--undo") : "Nothing was changed.");
      if (!applied) {
        say("Apply it with: " + command("--apply"));
      }
    } else {
      say("");
      say("This is not applied:");
      proposal.refusals().forEach(why -> say("- " + why));
    }
  }

  private Map<String, Object> line(Proposal proposal, Outlook outlook, boolean applied) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("school", school.id());
    line.put("examples", proposal.examples());
    line.put("wrong", proposal.wrong());
    line.put("aside", proposal.aside());
    line.put("figures", proposal.figures());
    line.put("looked", outlook.looked());
    line.put("changed", outlook.changes().size());
    line.put("changes", changes(outlook));
    line.put("accepted", proposal.isAccepted());
    line.put("applied", applied);
    line.put("refusals", proposal.refusals());
    return line;
  }

  private String command(String option) {
    return "earshot learn --school " + school.id() + " " + option;
  }

  private void table(Figures figures) {
    say("");
    say("%-46s %7s %7s %7s".formatted("Tried on examples it was not shown", "now", "then", "of"));
    say("Your own examples");
    Stream.of(figures.posts(), figures.answers()).forEach(this::row);
    say("The examples that come with Earshot, as found");
    figures.shipped().forEach(this::row);
    say("");
  }

  private void row(Figures.Measure measure) {
    say(
        "  %-44s %7d %7d %7d"
            .formatted(measure.what(), measure.before(), measure.after(), measure.of()));
  }

  private void changed(Outlook outlook, boolean applied) {
    say(
        "Of %d posts of the last %d days that nobody has dealt with, %d %s judged otherwise%s"
            .formatted(
                outlook.looked(),
                LearnCommand.OPEN_FOR.toDays(),
                outlook.changes().size(),
                applied ? "are now" : "would be",
                outlook.changes().isEmpty() ? "." : ":"));
    outlook.changes().stream().limit(MOST_SHOWN).forEach(change -> say("  " + readable(change)));
    if (outlook.changes().size() > MOST_SHOWN) {
      say("  and " + (outlook.changes().size() - MOST_SHOWN) + " more.");
    }
  }

  private static String readable(Change change) {
    return "Post %d: %s → %s%n    %s"
        .formatted(
            change.finding().mention().id(),
            LabelWords.of(Answer.of(change.finding().judgement())),
            LabelWords.of(Answer.of(change.after())),
            excerpt(change));
  }

  private static List<Map<String, Object>> changes(Outlook outlook) {
    return outlook.changes().stream()
        .limit(MOST_SHOWN)
        .map(
            change -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("id", change.finding().mention().id());
              line.put("before", words(change.finding().judgement()));
              line.put("after", words(change.after()));
              line.put("excerpt", excerpt(change));
              return line;
            })
        .toList();
  }

  private static Map<String, Object> words(Judgement judgement) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("relevant", judgement.relevant());
    words.put("labels", judgement.labels().stream().sorted().map(Label::word).toList());
    words.put("severity", judgement.severity().word());
    return words;
  }

  /** Whoever runs commands sees no text in which a child may be worked out. */
  private static String excerpt(Change change) {
    Finding finding = change.finding();
    if (finding.judgement().ofChildren() || change.after().ofChildren()) {
      return "(a child may be worked out from it: not shown)";
    }
    List<Span> hidden = new ArrayList<>(finding.judgement().pupil());
    hidden.addAll(change.after().pupil());
    String masked = Mask.hide(finding.searched(), hidden).replaceAll("[\\s\\p{Cntrl}]+", " ");
    return masked.length() <= EXCERPT ? masked : masked.substring(0, EXCERPT) + "…";
  }

  void list(List<Corrections.Kept> all) {
    if (json) {
      say(
          JsonLines.line(
              Map.of("school", school.id(), "corrections", all.stream().map(this::line).toList())));
      return;
    }
    if (all.isEmpty()) {
      say(school.name() + " has taught Earshot nothing yet.");
    }
    for (Corrections.Kept kept : all) {
      say(
          "%4d  %s  %d questions, %d exact wordings  %s"
              .formatted(
                  kept.id(),
                  MOMENT.format(kept.fitted().atZone(school.zone())),
                  kept.correction().lines().size(),
                  kept.correction().memory().size(),
                  state(kept)));
    }
  }

  private static String state(Corrections.Kept kept) {
    if (!kept.active()) {
      return "";
    }
    return kept.isTriedNow()
        ? "in force"
        : "in force; tried with an earlier judge, try it anew: earshot learn";
  }

  private Map<String, Object> line(Corrections.Kept kept) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", kept.id());
    line.put("fitted", kept.fitted().toString());
    line.put("by", kept.person());
    line.put("questions", kept.correction().lines().size());
    line.put("wordings", kept.correction().memory().size());
    line.put("active", kept.active());
    line.put("current", kept.isTriedNow());
    return line;
  }

  void undone(Corrections.Kept undone, Outlook outlook) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("school", school.id());
      line.put("undone", undone.id());
      line.put("back", undone.before());
      line.put("changed", outlook.changes().size());
      say(JsonLines.line(line));
      return;
    }
    say(
        "Correction %d is undone; %s."
            .formatted(
                undone.id(),
                undone.before() == null
                    ? "the judge is as it came"
                    : "correction " + undone.before() + " is in force again"));
    changed(outlook, true);
  }

  void nothingToUndo() {
    say(
        json
            ? JsonLines.line(Map.of("school", school.id(), "undone", false))
            : "There is no correction in force: nothing to undo.");
  }

  /** The figures as the store keeps them. */
  static String figures(Proposal proposal) {
    return JsonLines.line(
        Map.of(
            Corrections.JUDGE,
            Judges.fingerprint(),
            "examples",
            proposal.examples(),
            "wrong",
            proposal.wrong(),
            "tried",
            proposal.figures() == null ? Map.of() : proposal.figures()));
  }

  private void say(String sentence) {
    out.println(sentence);
    out.flush();
  }
}
