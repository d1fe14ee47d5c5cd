package earshot.listen;

import earshot.alert.sources.Standing;
import earshot.school.School;
import earshot.source.Source;
import earshot.store.Database;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a digest how the sources of a school stand, and a mail what a source is called. */
public final class SourceStandings implements Standing.Of {
  private final Database database;
  private final Supplier<Configuration> configuration;
  private final SourceStates states = new SourceStates();

  public SourceStandings(Database database, Supplier<Configuration> configuration) {
    this.database = database;
    this.configuration = configuration;
  }

  @Override
  public List<Standing> school(String id) {
    Map<String, SourceState> known =
        database.read(states::all).stream()
            .collect(Collectors.toMap(SourceState::source, Function.identity()));
    Configuration current = configuration.get();
    return current.sources().stream()
        .filter(
            source ->
                current.schools().meant(source.schools()).stream()
                    .map(School::id)
                    .anyMatch(id::equals))
        .map(source -> standing(source, known.get(source.id())))
        .toList();
  }

  private static Standing standing(Source source, @Nullable SourceState state) {
    return state == null
        ? new Standing(source.name(), null, false)
        : new Standing(source.name(), state.lastGood(), state.failing());
  }

  /** What people call a source; its id when it is no longer configured. */
  public String name(String source) {
    return configuration.get().source(source).map(Source::name).orElse(source);
  }
}
