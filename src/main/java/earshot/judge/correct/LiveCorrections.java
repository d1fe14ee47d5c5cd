package earshot.judge.correct;

import earshot.judge.Judge;
import earshot.store.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The corrections in force, as a judge; {@link #refresh} takes up what was applied or undone. */
public final class LiveCorrections {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCorrections.class);

  private final Database database;
  private final Judge shipped;
  private final Corrections corrections = new Corrections();
  private volatile Map<String, InForce> inForce = Map.of();

  private record InForce(long id, Correction correction) {}

  /**
   * @param shipped the judge that every school has
   */
  public LiveCorrections(Database database, Judge shipped) {
    this.database = database;
    this.shipped = shipped;
    refresh();
  }

  /** The judge with what is in force at the time of each post. */
  public Judge judge() {
    return with(
        school -> {
          InForce taught = inForce.get(school);
          return taught == null ? null : taught.correction();
        });
  }

  /** The judge with one correction, whatever is in force; {@link Correction#NONE} for none. */
  public Judge with(Correction correction) {
    return with(school -> correction);
  }

  private Judge with(Function<String, @Nullable Correction> of) {
    return new CorrectedJudge(shipped, of);
  }

  public Judge shipped() {
    return shipped;
  }

  private static InForce take(Corrections.Kept kept) {
    if (!kept.isTriedNow()) {
      LOG.warn(
          "Correction {} was tried with an earlier judge. Try it anew: earshot learn --school {}",
          kept.id(),
          kept.school());
    }
    return new InForce(kept.id(), kept.correction());
  }

  /** Takes up what was applied or undone since the last look, by whichever process. */
  public synchronized void refresh() {
    Map<String, Long> now = database.read(corrections::inForce);
    Map<String, InForce> taken = new HashMap<>();
    boolean changed = now.size() != inForce.size();
    for (Map.Entry<String, Long> entry : now.entrySet()) {
      InForce known = inForce.get(entry.getKey());
      if (known != null && known.id() == entry.getValue()) {
        taken.put(entry.getKey(), known);
        continue;
      }
      changed = true;
      database
          .read(jdbc -> corrections.one(jdbc, entry.getValue()))
          .ifPresent(kept -> taken.put(entry.getKey(), take(kept)));
    }
    if (changed) {
      inForce = Map.copyOf(taken);
      LOG.info("Corrections in force for: {}", taken.isEmpty() ? "no school" : taken.keySet());
    }
  }
}
