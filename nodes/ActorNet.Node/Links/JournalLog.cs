using ActorNet.Labs.Links;
using Serilog;
using Serilog.Events;

namespace ActorNet.Node.Links;

/// <summary>Copies a journal into the daemon's log, away from the thread on which things happen.</summary>
internal static class JournalLog
{
    /// <summary>Follows the journal to its end.</summary>
    public static async Task FollowAsync(EventJournal journal, ILogger log)
    {
        var next = 1L;
        while (true)
        {
            var page = await journal.ReadAsync(next, wait: true, CancellationToken.None).ConfigureAwait(false);
            if (page.Lost > 0) log.Warning("{Count} events came too fast to be logged", page.Lost);
            foreach (var happened in page.Events) log.Write(LevelOf(happened.Kind), "{Event} by {By}: {Text}", happened.Kind, happened.By, happened.Text);
            if (page.Ended) return;
            next = page.Next;
        }
    }

    private static LogEventLevel LevelOf(string kind) => kind switch
    {
        EventKinds.Behind or EventKinds.Refused => LogEventLevel.Warning,
        // A ramp has hundreds of these.
        EventKinds.Set or EventKinds.Command => LogEventLevel.Debug,
        _ => LogEventLevel.Information,
    };
}
