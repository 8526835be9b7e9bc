using System.Runtime.InteropServices;

namespace ActorNet.Linux;

#pragma warning disable RCS1194 // An operation and an errno are not optional here.

/// <summary>
/// The kernel refused a call. The message says which call on what, the kernel's own sentence, and how to mend it where that is known.
/// </summary>
public class LinuxException : IOException
{
    /// <summary>Describes a refused call.</summary>
    /// <param name="operation">What was attempted and on what, e.g. <c>TUNSETIFF for 'eth0'</c>.</param>
    /// <param name="errorNumber">The <c>errno</c> of the call.</param>
    /// <param name="remedy">How to mend it, a sentence; null when nothing better than the kernel's words is known.</param>
    public LinuxException(string operation, int errorNumber, string? remedy = null)
        : base(Describe(operation, errorNumber, remedy))
    {
        ErrorNumber = errorNumber;
        Operation = operation;
    }

    /// <summary>The <c>errno</c> of the refused call, as in <c>errno.h</c>.</summary>
    public int ErrorNumber { get; }

    /// <summary>What was attempted and on what.</summary>
    public string Operation { get; }

    internal static LinuxException Last(string operation, string? remedy = null) =>
        new(operation, Marshal.GetLastPInvokeError(), remedy);

    private static string Describe(string operation, int errorNumber, string? remedy)
    {
        string sentence = Marshal.GetPInvokeErrorMessage(errorNumber);
        return remedy is null
            ? $"{operation}: {sentence} (errno {errorNumber})."
            : $"{operation}: {sentence} (errno {errorNumber}). {remedy}";
    }
}
