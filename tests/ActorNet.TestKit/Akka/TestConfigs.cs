namespace ActorNet.Engine.TestKit;

/// <summary>Configurations for tests; put one's own before them with <see cref="Config.WithFallback"/>.</summary>
public static class TestConfigs
{
    /// <summary>
    /// What every kit without a system of its own begins with. Times are on the virtual clock: <c>akka.test.single-expect-default</c> 3 s,
    /// <c>filter-leeway</c> 3 s, <c>default-timeout</c> 5 s, all but explicit ones multiplied by <c>timefactor</c> 1.
    /// </summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka {
          # What reaches the test's output: DEBUG, INFO, WARNING or ERROR. An EventFilter sees all.
          loglevel = "WARNING"
          test {
            # Stretches every wait, for machines under load; virtual time does not need it.
            timefactor = 1.0
            # How long an EventFilter waits for what it expects after the action.
            filter-leeway = 3s
            # How long ExpectMsg and its like wait outside of Within.
            single-expect-default = 3s
            # How long a kit waits for its system to end, and, in real time, for a task that runs outside of a virtual system.
            default-timeout = 5s
          }
        }
        actornet.test {
          # Which order of events a virtual system takes: 0 is the plain one, any other number one found by dice, the same each time.
          interleaving = 0
        }
        """);

    /// <summary>The system's scheduler is a <see cref="TestScheduler"/>: waiting does not let its time pass, only its <see cref="TestScheduler.Advance"/> does.</summary>
    public static Config TestSchedulerConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        """);
}
