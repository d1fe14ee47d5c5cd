package earshot.schedule;

import java.util.Objects;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Quartz job that does one thing: the work that its trigger was made with. */
@DisallowConcurrentExecution
public final class Tick implements Job {
  static final String WORK = "work";
  private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

  @Override
  public void execute(JobExecutionContext context) {
    String name = context.getJobDetail().getKey().getName();
    try {
      Object work = context.getMergedJobDataMap().get(WORK);
      ((Runnable) Objects.requireNonNull(work, name)).run();
    } catch (RuntimeException e) {
      // the boundary of a job: it is told in the log and tried again at its next time
      LOG.error("The job '{}' failed and is tried again: {}", name, e.toString(), e);
    }
  }
}
