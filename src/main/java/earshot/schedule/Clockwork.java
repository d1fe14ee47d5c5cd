package earshot.schedule;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock that drives the house: Quartz with its triggers in memory, on fixed intervals only.
 * What is due when stands in the store, so nothing is lost with the triggers.
 */
public final class Clockwork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  private final Scheduler scheduler;

  public Clockwork() {
    Properties properties = new Properties();
    properties.put("org.quartz.scheduler.instanceName", "earshot");
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.put("org.quartz.threadPool.threadCount", "6");
    properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      scheduler = new StdSchedulerFactory(properties).getScheduler();
    } catch (SchedulerException e) {
      throw new IllegalStateException("The scheduler cannot start.", e);
    }
  }

  /**
   * Does the work again and again, never twice at once; a run that is missed is made up for once.
   */
  public Clockwork every(Duration interval, String name, Runnable work) {
    JobDetail job =
        JobBuilder.newJob(Tick.class)
            .withIdentity(name)
            .setJobData(new JobDataMap(Map.of(Tick.WORK, work)))
            .build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name)
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(interval.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    try {
      scheduler.scheduleJob(job, trigger);
    } catch (SchedulerException e) {
      throw new IllegalStateException("The job '" + name + "' cannot be scheduled.", e);
    }
    return this;
  }

  public void start() {
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("The scheduler cannot start.", e);
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("The scheduler did not stop cleanly", e);
    }
  }
}
