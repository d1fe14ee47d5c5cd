package earshot.web;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health.Builder;
import org.springframework.stereotype.Component;

/** The same for machines, at {@code /actuator/health}: up, or down when a part does not work. */
@Component("earshot")
class HouseHealth extends AbstractHealthIndicator {
  private final Health health;

  HouseHealth(Health health) {
    this.health = health;
  }

  @Override
  protected void doHealthCheck(Builder answer) {
    if (health.works()) {
      answer.up();
    } else {
      answer.down();
    }
  }
}
