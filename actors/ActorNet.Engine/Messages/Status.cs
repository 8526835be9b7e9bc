using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Engine;

/// <summary>The outcome of something asked for. An Ask that is answered with a failure throws its cause.</summary>
public abstract class Status
{
    /// <summary>For the two outcomes.</summary>
    protected Status()
    {
    }

    /// <summary>It went well.</summary>
    [SuppressMessage("Naming", "CA1724", Justification = "The offered API has these names.")]
    public sealed class Success : Status
    {
        /// <summary>Went well, nothing to tell.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>The result, if any.</summary>
        public readonly object? Status;

        /// <summary>An outcome.</summary>
        /// <param name="status">The result, if any.</param>
        public Success(object? status) => Status = status;
    }

    /// <summary>It failed.</summary>
    public sealed class Failure : Status
    {
        /// <summary>Why.</summary>
        public readonly Exception Cause;

        /// <summary>What else there is to know.</summary>
        public readonly object? State;

        /// <summary>An outcome.</summary>
        /// <param name="cause">Why.</param>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <summary>An outcome.</summary>
        /// <param name="cause">Why.</param>
        /// <param name="state">What else there is to know.</param>
        public Failure(Exception cause, object? state)
        {
            Cause = cause;
            State = state;
        }

        /// <summary>For logs.</summary>
        public override string ToString() => $"Failure: {Cause}";
    }
}
