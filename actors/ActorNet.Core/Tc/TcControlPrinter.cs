using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Prints a configured verdict as iproute2 does: a word in text, an object in JSON.</summary>
public static class TcControlPrinter
{
    /// <summary>Prints <paramref name="control"/> behind <paramref name="prefix"/>.</summary>
    public static void Print(ShowWriter writer, TcControl control, string prefix)
    {
        var word = control.Verdict == TcVerdict.Unknown ? ((int)control.Argument).ToString(CultureInfo.InvariantCulture) : Word(control.Verdict);
        writer.OpenObject("control_action").Text("type", prefix + "{0}", word);
        if (control.Verdict == TcVerdict.GotoChain) writer.Unsigned("chain", " chain {0}", control.Argument);
        if (control.Verdict == TcVerdict.Jump) writer.Unsigned("jump", " {0}", control.Argument);
        writer.CloseObject();
    }

    /// <summary>tc's word for a verdict; its number when tc has none.</summary>
    public static string Word(TcVerdict verdict) => verdict switch
    {
        TcVerdict.Unspec => "continue",
        TcVerdict.Ok => "pass",
        TcVerdict.Reclassify => "reclassify",
        TcVerdict.Shot => "drop",
        TcVerdict.Pipe => "pipe",
        TcVerdict.Stolen => "stolen",
        TcVerdict.Trap => "trap",
        TcVerdict.GotoChain => "goto",
        TcVerdict.Jump => "jump",
        TcVerdict.Unknown => "unknown",
        _ => ((int)verdict).ToString(CultureInfo.InvariantCulture),
    };
}
