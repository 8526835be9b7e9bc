namespace ActorNet.Hocon;

/// <summary>
/// The only exception that reading, resolving and converting throw for bad input. Its message is one line:
/// place, what is wrong, how to mend it.
/// </summary>
#pragma warning disable RCS1194 // without a place and a remedy there is no such exception
public class HoconException : Exception
{
    /// <summary>Builds the message out of its three parts.</summary>
    /// <param name="origin">The place to look at.</param>
    /// <param name="problem">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to write or set instead, without a full stop.</param>
    /// <param name="inner">The failure underneath, such as an I/O error.</param>
    public HoconException(HoconOrigin origin, string problem, string remedy, Exception? inner = null)
        : base($"{origin}: {problem}. {remedy}.", inner)
    {
        Origin = origin;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>The place to look at.</summary>
    public HoconOrigin Origin { get; }

    /// <summary>Name of the text, as in <see cref="HoconOrigin.File"/>.</summary>
    public string File => Origin.File;

    /// <summary>Counted from 1.</summary>
    public int Line => Origin.Line;

    /// <summary>Counted from 1 in UTF-16 code units.</summary>
    public int Column => Origin.Column;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>What to write or set instead.</summary>
    public string Remedy { get; }
}
