using System.Text.RegularExpressions;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>What normalisation looks for in texts.</summary>
internal static partial class TextPatterns
{
    /// <summary>"installed 3 sec used 1 sec firstused 2 sec".</summary>
    [GeneratedRegex(@"\b(?<what>installed|used|firstused|expires) \d+ sec", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Times();

    /// <summary>The same in what is meant to be JSON but is not, as tc prints some kinds.</summary>
    [GeneratedRegex("\"(installed|last_used|first_used|expires)\":\\d+,", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex BrokenJsonTimes();

    /// <summary>"ldelay 1.02s drop_next -5ms".</summary>
    [GeneratedRegex(@"\b(?<what>ldelay|drop_next) -?[0-9.e+]+(us|ms|s)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex CodelTimes();

    /// <summary>"8001:" and "8001:3": the major numbers that the kernel gives out itself.</summary>
    [GeneratedRegex(@"(?<![0-9a-f:])8[0-9a-f]{3}(?=:([0-9a-f]{0,4})?(\s|$))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex AutomaticHandle();

    /// <summary>A MAC address with colons.</summary>
    [GeneratedRegex(@"(?<![0-9a-f:])[0-9a-f]{2}(:[0-9a-f]{2}){5}(?![0-9a-f:])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Address();
}
